package org.covigie.bot.sandbox;

/** A setting that stops the start; the message is the one sentence the operator reads. */
@SuppressWarnings("serial")
final class SandboxSettingException extends RuntimeException {

    SandboxSettingException(String sentence) {
        super(sentence);
    }
}
