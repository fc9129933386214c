package org.covigie.bot.platform;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the built-in register is the platform: no other is configured. Then, and only then, its pages exist. */
class BuiltIn implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return platform(context.getEnvironment()).isEmpty();
    }

    /** The configured address, empty for none. */
    static String platform(Environment environment) {
        return environment.getProperty("covigie.platform.url", "").strip();
    }
}
