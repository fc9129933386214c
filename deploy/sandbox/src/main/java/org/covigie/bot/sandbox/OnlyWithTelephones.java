package org.covigie.bot.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** On what belongs to the telephones: a sandbox beside a real WhatsApp account has none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = {"covigie.sandbox.active", "covigie.sandbox.telephones"}, havingValue = "true")
@interface OnlyWithTelephones {}
