package org.covigie.bot.settings;

import java.io.Serial;

/** A wrong or missing value in the configuration. Thrown while the application starts, it stops the start with its sentence. */
public class WrongSetting extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String variable;

    /**
     * @param variable the environment variable, for instance {@code COVIGIE_DATA_KEY}
     * @param sentence one sentence that names the variable and says what to do; never the value itself when it is a secret
     */
    public WrongSetting(String variable, String sentence) {
        super(sentence.contains(variable) ? sentence : variable + ": " + sentence);
        this.variable = variable;
    }

    /** The variable that must be set or corrected. */
    public String variable() {
        return variable;
    }
}
