package org.covigie.bot.whatsapp;

import java.util.List;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * The channel is on when any of its three required values is set, so that a forgotten one stops the start instead of turning
 * the channel off unseen. An empty value counts as not set.
 */
class AccountGiven implements Condition {
    private static final List<String> KEYS = List.of("covigie.whatsapp.account-sid", "covigie.whatsapp.auth-token",
            "covigie.whatsapp.from");

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return KEYS.stream().anyMatch(key -> StringUtils.hasText(context.getEnvironment().getProperty(key)));
    }
}
