package org.covigie.bot.whatsapp;

import com.twilio.rest.api.v2010.account.Message;
import java.time.Duration;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Trouble;

/** What an {@link Answer} means for what was sent. Pure. */
final class Outcomes {
    /** A refused account is mended by a person. */
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

    private Outcomes() {}

    static Outcome of(Answer<Message> answer) {
        return switch (answer) {
            // no callback tells of the first status (twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks)
            case Answer.Done<Message>(Message message) when Statuses.failed(message.getStatus()) ->
                denied(new Answer.Failure.Denied(400, message.getErrorCode(), null));
            case Answer.Done<Message>(Message message) -> new Outcome.Sent(message.getSid());
            case Answer.Failed<Message>(Answer.Failure.Unreachable none) -> new Outcome.Later(null, "unreachable");
            case Answer.Failed<Message>(Answer.Failure.Lost lost) -> new Outcome.Unknown(lost.code());
            case Answer.Failed<Message>(Answer.Failure.Denied denied) -> denied(denied);
        };
    }

    private static Outcome denied(Answer.Failure.Denied denied) {
        String code = denied.code() == null ? "http-" + denied.status() : denied.code().toString();
        Trouble trouble = Codes.trouble(code);
        // refused requests are not processed and may be made again (twilio.com/docs/api/errors/20429)
        if (denied.status() == 429 || denied.status() < 500 && trouble == Trouble.RATE) {
            return new Outcome.Later(denied.retryAfter(), code);
        }
        if (Codes.accountRefused(denied)) {
            return new Outcome.Later(UNTIL_MENDED, code);
        }
        // a message may have been made before the failure (twilio.com/docs/api/errors/20500)
        if (denied.status() >= 500 || denied.status() == 408) {
            return new Outcome.Unknown(code);
        }
        return switch (trouble) {
            case BLOCKED, OPTED_OUT, VANISHED, WRONG_ADDRESS -> new Outcome.Gone(code);
            case WITHHELD, WINDOW, RATE, CONTENT, SETTINGS, PROVIDER, OTHER -> new Outcome.Refused(code);
        };
    }
}
