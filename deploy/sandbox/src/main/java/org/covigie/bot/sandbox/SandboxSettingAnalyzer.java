package org.covigie.bot.sandbox;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a wrong setting as a sentence instead of a stack trace. */
final class SandboxSettingAnalyzer extends AbstractFailureAnalyzer<SandboxSettingException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SandboxSettingException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
