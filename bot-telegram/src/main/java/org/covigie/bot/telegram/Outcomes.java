package org.covigie.bot.telegram;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.people.Address;

/** What an {@link Answer} means for what was sent. Pure. */
final class Outcomes {
    /** A refused token is mended by a person, so there is no hurry. */
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(5);
    private static final Pattern PREFIX = Pattern.compile("^(Bad Request|Forbidden|Conflict|Internal Server Error): *");
    /** Where a description begins to quote: an opening sign, or a word that is no plain word. */
    private static final Pattern QUOTES = Pattern
            .compile("(?U)[:\"“«‘`<>@/\\\\({\\[]|(?<=^|\\s)'|\\S*[^\\x00-\\x7F]|\\S*[0-9]");

    private Outcomes() {}

    static Outcome of(Outgoing outgoing, Answer answer) {
        return switch (answer) {
            case Answer.Done done -> Results.of(outgoing, done.result());
            case Answer.Denied denied -> denied(outgoing, denied);
            case Answer.Unreachable none -> new Outcome.Later(null, "unreachable");
            case Answer.Lost lost -> new Outcome.Unknown(lost.code());
            case Answer.Unfit unfit -> new Outcome.Refused(unfit.code());
        };
    }

    private static Outcome denied(Outgoing outgoing, Answer.Denied denied) {
        String code = slug(denied.description());
        if (denied.movedTo() != null) {
            return new Outcome.Moved(new Address(TelegramChannel.NAME, denied.movedTo()));
        }
        if (denied.retryAfter() != null || denied.code() == 429) {
            return new Outcome.Later(denied.retryAfter(), "too-many-requests");
        }
        if (TelegramApi.refusesToken(denied)) {
            return new Outcome.Later(UNTIL_MENDED, "token-refused");
        }
        if (denied.code() == 403) {
            return onlyThis(outgoing, code) ? new Outcome.Refused(code) : new Outcome.Gone(code);
        }
        if (denied.code() == 409) {
            return new Outcome.Later(null, code);
        }
        if (denied.code() < 400 || denied.code() >= 500) {
            return new Outcome.Unknown(denied.code() == 0 ? "no-code" : "http-" + denied.code());
        }
        return settled(outgoing, code);
    }

    /** A 403 that speaks of a right, or of the one member addressed, and not of the chat. */
    private static boolean onlyThis(Outgoing outgoing, String code) {
        boolean ofTheGroup = code.contains("kicked") || code.contains("not-a-member") || code.contains("deleted");
        boolean toOneMember = outgoing instanceof Outgoing.Text text && text.onlyFor() != null;
        // what is said of a group speaks of where the message stands, not of the person it goes to
        boolean ofTheSource = outgoing instanceof Outgoing.Forward forward && isPrivate(forward.to()) && ofTheGroup;
        return code.contains("rights") || code.contains("restricted") || toOneMember && !ofTheGroup || ofTheSource;
    }

    private static Outcome settled(Outgoing outgoing, String code) {
        return switch (outgoing) {
            case Outgoing.Edit edit when code.startsWith("message-is-not-modified") ->
                new Outcome.Sent(edit.message());
            // the press is forgotten after a while; the person no longer sees it wait
            case Outgoing.PressAnswer press when code.startsWith("query-is-too-old")
                    || code.equals("query-id-invalid") ->
                new Outcome.Sent(null);
            case Outgoing.PressAnswer press -> new Outcome.Refused(code);
            case Outgoing.PollEnd end when code.startsWith("poll-has-already-been-closed") ->
                new Outcome.Sent(end.message());
            case Outgoing.InvitationEnd end when code.equals("invite-hash-expired") -> new Outcome.Sent(null);
            // nobody waits any more: good for a refusal, but nobody was let in either
            case Outgoing.Admission admission when code.equals("user-already-participant")
                    || !admission.admitted() && code.equals("hide-requester-missing") ->
                new Outcome.Sent(null);
            case Outgoing.Removal removal when code.equals("user-not-participant") -> new Outcome.Sent(null);
            // its author was quicker
            case Outgoing.Deletion deletion when code.equals("message-to-delete-not-found") -> new Outcome.Sent(null);
            // it stands as it should, or nothing is left to keep at the top
            case Outgoing.Pin pin when code.equals("chat-not-modified") || code.equals("message-to-pin-not-found")
                    || code.equals("message-to-unpin-not-found") ->
                new Outcome.Sent(null);
            // small groups keep nobody out
            case Outgoing.Removal back when !back.removed() && code.startsWith("method-is-available-for-supergroup") ->
                new Outcome.Sent(null);
            // the chat may be the one it stands in as well as the one it goes to
            case Outgoing.Forward forward -> new Outcome.Refused(code);
            case Outgoing any when code.equals("chat-not-found") && isPrivate(any.to()) -> new Outcome.Gone(code);
            case Outgoing any -> new Outcome.Refused(code);
        };
    }

    /** Telegram's words as a short key: without what they quote, which may come from people. */
    static String slug(String description) {
        String words = PREFIX.matcher(description).replaceFirst("");
        var quote = QUOTES.matcher(words);
        if (quote.find()) {
            words = words.substring(0, quote.start());
        }
        String slug = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
        if (slug.isEmpty()) {
            return "refused";
        }
        return slug.length() <= 60 ? slug : slug.substring(0, 60);
    }

    /** A person's chat has that person's id, which is positive; all others are negative. */
    private static boolean isPrivate(Address chat) {
        return !chat.id().startsWith("-");
    }
}
