package org.covigie.bot.sandbox.twilio;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /Messages}: create, fetch, list. */
final class MessagesApi {

    private static final Pattern ONE = Pattern.compile("/Messages/((?:SM|MM)[0-9a-f]{32})\\.json");

    private final Engine engine;
    private final Delivery delivery;
    private final MessageForm forms;
    private final MessageList lists;

    MessagesApi(Engine engine, Delivery delivery) {
        this.engine = engine;
        this.delivery = delivery;
        this.forms = new MessageForm(engine);
        this.lists = new MessageList(engine);
    }

    Reply answer(Request request, String path) {
        if (path.equals("/Messages.json")) {
            return request.posts() ? create(request.form()) : lists.answer(request.query());
        }
        Matcher one = ONE.matcher(path);
        if (!one.matches()) {
            throw Refusal.notFound(path);
        }
        return Reply.json(200, engine.read(() -> Shapes.message(engine, engine.message(one.group(1)))));
    }

    private Reply create(Map<String, List<String>> form) {
        Faults.Dice dice = engine.faults.dice(content(form));
        // each is thrown whatever came before: one share changed leaves the others' luck as it was
        boolean tooMany = dice.shows(Faults.Kind.TOO_MANY);
        boolean broken = dice.shows(Faults.Kind.BROKEN);
        boolean processed = !broken || dice.coin();
        boolean dropped = dice.shows(Faults.Kind.DROPPED);
        boolean stalled = dice.shows(Faults.Kind.STALLED);
        if (tooMany || !processed) {
            Refusal refusal = tooMany ? Refusal.tooMany() : Refusal.broken();
            remember(form, null, refusal.status);
            throw refusal;
        }
        State.Message message;
        try {
            message = engine.change(() -> delivery.take(forms.read(form)));
        } catch (Refusal refusal) {
            remember(form, null, refusal.status);
            throw refusal;
        }
        // as it stands before anything becomes of it
        Reply reply = Reply.json(201, engine.read(() -> Shapes.message(engine, message)));
        remember(form, message.sid, broken ? 500 : dropped ? 0 : 201);
        delivery.begin(message);
        if (broken) {
            throw Refusal.broken();
        }
        if (stalled) {
            rest();
        }
        return dropped ? Reply.silence() : reply;
    }

    /** What makes two calls the same message; addresses of the bot's own differ from run to run. */
    private static String content(Map<String, List<String>> form) {
        return Request.first(form, "To") + "|" + Request.first(form, "Body") + "|"
                + Request.first(form, "ContentVariables");
    }

    private void remember(Map<String, List<String>> form, @Nullable String sid, int status) {
        engine.change(() -> engine.keep(new Post(sid, String.valueOf(Request.first(form, "To")),
                Objects.requireNonNullElse(Request.first(form, "Body"), ""),
                form.getOrDefault("MediaUrl", List.of()), Request.first(form, "ContentSid"),
                Request.first(form, "ContentVariables"), status, engine.now())));
    }

    private void rest() {
        try {
            Thread.sleep(engine.faults.stall());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
