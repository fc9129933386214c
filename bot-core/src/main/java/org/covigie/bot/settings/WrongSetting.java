package org.covigie.bot.settings;

/** A setting that is wrong or missing: the start stops with one sentence that names the variable and never its value. */
public class WrongSetting extends RuntimeException {
    private final String variable;

    public WrongSetting(String variable, String sentence) {
        super(sentence);
        this.variable = variable;
    }

    public String variable() {
        return variable;
    }
}
