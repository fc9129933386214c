package org.covigie.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Telegram gave back for something that was done. Pure. */
final class Results {
    private Results() {}

    static Outcome of(Outgoing outgoing, JsonNode result) {
        return switch (outgoing) {
            case Outgoing.Text text -> new Outcome.Sent(message(result));
            case Outgoing.File file -> new Outcome.Sent(message(result));
            case Outgoing.Forward forward -> new Outcome.Sent(message(result));
            case Outgoing.Edit edit -> new Outcome.Sent(edit.message());
            case Outgoing.Poll poll -> new Outcome.Sent(message(result), Fields.text(result.path("poll"), "id"));
            case Outgoing.PollEnd end -> new Outcome.Sent(end.message(), votes(result));
            case Outgoing.Invitation invitation -> invitation(result);
            case Outgoing.Reaction reaction -> new Outcome.Sent(null);
            case Outgoing.PressAnswer press -> new Outcome.Sent(null);
            case Outgoing.InvitationEnd end -> new Outcome.Sent(null);
            case Outgoing.Admission admission -> new Outcome.Sent(null);
            case Outgoing.Removal removal -> new Outcome.Sent(null);
            case Outgoing.Deletion deletion -> new Outcome.Sent(null);
            case Outgoing.Pin pin -> new Outcome.Sent(null);
            case Outgoing.Media media -> new Outcome.Sent(message(result));
            case Outgoing.Opener opener -> new Outcome.Sent(message(result));
        };
    }

    /** An ephemeral message has the id 0, by which nothing can be found again. */
    private static @Nullable String message(JsonNode result) {
        Long id = Fields.number(result, "message_id");
        return id == null || id == 0 ? null : Long.toString(id);
    }

    /** core.telegram.org/bots/api#poll; null when a number is missing. */
    private static @Nullable String votes(JsonNode poll) {
        List<String> votes = new ArrayList<>();
        for (JsonNode option : poll.path("options")) {
            Long count = Fields.number(option, "voter_count");
            if (count == null) {
                return null;
            }
            votes.add(Long.toString(count));
        }
        Long voters = Fields.number(poll, "total_voter_count");
        return votes.isEmpty() || voters == null ? null : String.join(",", votes) + ";" + voters;
    }

    /** A link nobody was told is lost; another may be made. */
    private static Outcome invitation(JsonNode result) {
        String link = Fields.text(result, "invite_link");
        return link == null ? new Outcome.Unknown("answer-without-link") : new Outcome.Sent(null, link);
    }
}
