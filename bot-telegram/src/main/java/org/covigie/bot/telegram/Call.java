package org.covigie.bot.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.telegram.telegrambots.meta.api.interfaces.Validable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * One method call for the library's client: its parameters are a library type or a map, its reply is read by
 * {@link Answer}, so that a reply the library's types cannot hold is still understood.
 */
final class Call extends BotApiMethod<Answer> {
    private final String name;
    private final transient Object parameters;

    private Call(String name, Object parameters) {
        this.name = name;
        this.parameters = parameters;
    }

    static Call of(BotApiMethod<?> method) {
        return new Call(method.getMethod(), method);
    }

    static Call of(String name, Map<String, ?> parameters) {
        return new Call(name, parameters);
    }

    /** What goes over the wire in this call's place. */
    @JsonValue
    Object parameters() {
        return parameters;
    }

    @Override
    public String getMethod() {
        return name;
    }

    @Override
    public void validate() throws TelegramApiValidationException {
        if (parameters instanceof Validable validable) {
            validable.validate();
        }
    }

    @Override
    public Answer deserializeResponse(String answer) {
        return Answer.read(answer.getBytes(StandardCharsets.UTF_8));
    }
}
