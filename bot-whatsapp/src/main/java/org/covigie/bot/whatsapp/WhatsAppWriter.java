package org.covigie.bot.whatsapp;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.Button;
import org.covigie.bot.messaging.Choices;
import org.covigie.bot.messaging.Opening;
import org.covigie.bot.messaging.Outgoing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the bot says as messages to be created. Pure but for the means given to it. */
final class WhatsAppWriter {
    /** twilio.com/docs/messaging/api/message-resource: Body. */
    static final int MOST_TEXT = 1600;
    /** twilio.com/docs/api/errors/63021: a template's text with its variables. */
    private static final int MOST_TEMPLATE_TEXT = 1024;
    private static final int MOST_ID = 200;
    private static final int MOST_CHOICES = 10;
    private static final String NOT_HERE = "not-on-this-channel";
    // twilio.com/docs/api/errors/63013: no more than four in a row
    private static final Pattern BLANKS = Pattern.compile("[\\t \\u00A0]{5,}");
    private static final Pattern NEWLINES = Pattern.compile("\\n(?:[\\t \\r]*\\n){2,}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Means means;

    WhatsAppWriter(Means means) {
        this.means = means;
    }

    /** What a message may need beyond its words. */
    interface Means {
        /** The template for choices; null while there is none. */
        @Nullable
        String template(Template template);

        /** The approved template; null when it is not set. */
        @Nullable
        String template(Opening opening);

        URI link(Attachment attachment);

        URI link(Outgoing.File file);
    }

    /** What came of writing: a message, or the reason why there can be none. */
    sealed interface Written {
        /** @param choices whether it rests on a template made here */
        record Ready(Sending sending, boolean choices) implements Written {}

        record Unfit(String code) implements Written {}
    }

    Written write(Outgoing outgoing) {
        return switch (outgoing) {
            // such a chat exists in the house only
            case Outgoing any when WhatsAppChannel.isGroup(any.to()) -> new Written.Unfit(NOT_HERE);
            case Outgoing.Text text -> text(text);
            case Outgoing.File file -> ready(new Sending(file.to().id(), kept(under(file)), means.link(file), null,
                    null));
            case Outgoing.Media media -> ready(new Sending(media.to().id(),
                    kept(Marks.written(media.caption(), MOST_TEXT)), means.link(media.attachment()), null, null));
            case Outgoing.Opener opener -> opener(opener);
            case Outgoing.Edit edit -> new Written.Unfit(NOT_HERE);
            case Outgoing.Reaction reaction -> new Written.Unfit(NOT_HERE);
            case Outgoing.PressAnswer press -> new Written.Unfit(NOT_HERE);
            case Outgoing.Forward forward -> new Written.Unfit(NOT_HERE);
            case Outgoing.Poll poll -> new Written.Unfit(NOT_HERE);
            case Outgoing.PollEnd end -> new Written.Unfit(NOT_HERE);
            case Outgoing.Invitation invitation -> new Written.Unfit(NOT_HERE);
            case Outgoing.InvitationEnd end -> new Written.Unfit(NOT_HERE);
            case Outgoing.Admission admission -> new Written.Unfit(NOT_HERE);
            case Outgoing.Removal removal -> new Written.Unfit(NOT_HERE);
            case Outgoing.Deletion deletion -> new Written.Unfit(NOT_HERE);
            case Outgoing.Pin pin -> new Written.Unfit(NOT_HERE);
        };
    }

    private Written text(Outgoing.Text text) {
        Written withChoices = text.numbered() ? null : choices(text);
        return withChoices == null ? withNumbers(text) : withChoices;
    }

    /** Without a template, which can always be. */
    static Written withNumbers(Outgoing.Text text) {
        String body = kept(numbered(text));
        return body == null ? new Written.Unfit("empty") : ready(Sending.text(text.to().id(), body));
    }

    /** As a template with buttons or a list; null where it does not fit in one, or there is none. */
    private @Nullable Written choices(Outgoing.Text text) {
        List<Button> commands = Choices.of(text.rows());
        String body = tidy(plain(text));
        if (commands.isEmpty() || commands.size() > MOST_CHOICES || body.isEmpty()
                || body.length() > MOST_TEMPLATE_TEXT) {
            return null;
        }
        Template.Kind kind = commands.size() <= Template.Kind.QUICK_REPLY.mostChoices
                ? Template.Kind.QUICK_REPLY
                : Template.Kind.LIST_PICKER;
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("1", body);
        for (int n = 0; n < commands.size(); n++) {
            String title = cut(tidy(commands.get(n).label()), kind.mostTitle);
            String id = String.valueOf(commands.get(n).data());
            // two that look alike could not be told apart by whoever has to choose
            if (title.isEmpty() || variables.containsValue(title) || id.isBlank() || id.length() > MOST_ID
                    || !id.equals(tidy(id))) {
                return null;
            }
            variables.put(Template.titleKey(n), title);
            variables.put(Template.idKey(n), id);
        }
        String sid = means.template(new Template(kind, commands.size()));
        return sid == null
                ? null
                : new Written.Ready(new Sending(text.to().id(), null, null, sid, JSON.writeValueAsString(variables)),
                        true);
    }

    private Written opener(Outgoing.Opener opener) {
        String sid = means.template(opener.opening());
        if (sid == null) {
            return new Written.Unfit("no-template");
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (String value : opener.variables()) {
            variables.put(Integer.toString(variables.size() + 1), filledIn(value));
        }
        return ready(new Sending(opener.to().id(), null, null, sid,
                variables.isEmpty() ? null : JSON.writeValueAsString(variables)));
    }

    /** What is put into an approved text: of one line, and never empty. */
    static String filledIn(String value) {
        String tidy = tidy(value).replace('\n', ' ');
        return tidy.isEmpty() ? "–" : cut(tidy, MOST_TEMPLATE_TEXT);
    }

    /** The text with its links, whose choices stand elsewhere. */
    static String plain(Outgoing.Text text) {
        return Choices.under(Marks.written(text.text(), MOST_TEXT), links(text.rows()));
    }

    private static List<List<Button>> links(List<List<Button>> rows) {
        return List.of(rows.stream().flatMap(List::stream).filter(button -> button.link() != null).toList());
    }

    /** The text with its choices under numbers; the text gives way when both do not fit. */
    static String numbered(Outgoing.Text text) {
        int room = MOST_TEXT - Choices.under("", text.rows()).length() - 2;
        String whole = Marks.written(text.text(), text.rows().isEmpty() ? MOST_TEXT : Math.max(room, 0));
        return Choices.under(text.rows().isEmpty() ? whole : cut(whole, Math.max(room, 1)), text.rows());
    }

    static String under(Outgoing.File file) {
        return Choices.under(Marks.written(file.caption(), MOST_TEXT), file.rows());
    }

    private static Written ready(Sending sending) {
        return new Written.Ready(sending, false);
    }

    /**
     * As it may be handed to the SDK: that leaves out a parameter whose value is the word {@code null}, which people do write. A
     * space after it is not seen.
     */
    private static @Nullable String kept(String body) {
        return body.isBlank() ? null : body.equals("null") ? "null " : body;
    }

    private static String tidy(String value) {
        return NEWLINES.matcher(BLANKS.matcher(value.strip()).replaceAll("    ")).replaceAll("\n\n");
    }

    /** At most so many UTF-16 code units, never half a character. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        boolean torn = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, torn ? end - 1 : end).stripTrailing() + "…";
    }
}
