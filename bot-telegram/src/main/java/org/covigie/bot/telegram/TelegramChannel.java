package org.covigie.bot.telegram;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.covigie.bot.messaging.Capabilities;
import org.covigie.bot.messaging.Channel;
import org.covigie.bot.messaging.ChatStanding;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;

/** The way to people on Telegram. */
final class TelegramChannel implements Channel {
    static final String NAME = "telegram";

    /**
     * core.telegram.org/bots/faq: 1 message a second in one chat, 20 a minute in one group, about 30 a second in all.
     * Telegram counts a text in code points; UTF-16 code units never count fewer.
     */
    private static final Capabilities CAPABILITIES = new Capabilities(4096, 8, true, true, true, true, null,
            Duration.ofSeconds(1), 20, 30);

    private final TelegramApi api;
    private final Self self;
    private final Crowd crowd;
    private final MeterRegistry meters;

    TelegramChannel(TelegramApi api, Self self, MeterRegistry meters) {
        this.api = api;
        this.self = self;
        this.crowd = new Crowd(api, self);
        this.meters = meters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    /** Groups and channels have negative ids (core.telegram.org/bots/api#chat). */
    @Override
    public boolean group(Address chat) {
        return chat.id().startsWith("-");
    }

    @Override
    public Outcome send(Outgoing outgoing) {
        Outcome outcome = switch (TelegramWriter.write(outgoing)) {
            case TelegramWriter.Written.Unfit unfit -> new Outcome.Refused(unfit.code());
            case TelegramWriter.Written.Ready ready -> Outcomes.of(outgoing, api.call(ready.call()));
            case TelegramWriter.Written.WithFile file -> Outcomes.of(outgoing, api.call(file.upload()));
        };
        meters.counter("covigie.telegram.sendings", "what", word(outgoing), "outcome", word(outcome)).increment();
        return outcome;
    }

    @Override
    public Incoming complete(Incoming incoming) throws IOException {
        return switch (incoming) {
            case Incoming.BotPlaced placed when placed.bot() == ChatStanding.ABSENT -> placed;
            case Incoming.BotPlaced placed -> (placed.by().anonymous() ? placed : placed.verified(standing(placed)))
                    .counted(crowd.people(placed.chat()));
            case Incoming.JoinRequested asked -> new Incoming.JoinRequested(asked.chat(), asked.sender(),
                    asked.invitation(), crowd.people(asked.chat()), asked.at());
            case Incoming.MembersJoined joined -> new Incoming.MembersJoined(joined.chat(), joined.sender(),
                    joined.members(), joined.asked(), crowd.people(joined.chat()), joined.at());
            case Incoming.MemberLeft left ->
                new Incoming.MemberLeft(left.chat(), left.sender(), crowd.people(left.chat()), left.at());
            case Incoming any -> any;
        };
    }

    /** core.telegram.org/bots/api#getchatmember. */
    private ChatStanding standing(Incoming.BotPlaced placed) throws IOException {
        Answer answer = api.call(Call.of("getChatMember",
                Map.of("chat_id", placed.chat().id(), "user_id", Long.valueOf(placed.by().address().id()))));
        return switch (answer) {
            case Answer.Done done -> Standings.of(done.result());
            case Answer.Denied denied when denied.code() == 400 && denied.movedTo() == null -> {
                String code = Outcomes.slug(denied.description());
                yield code.contains("user-not-found") || code.contains("member-not-found")
                        || code.contains("participant") ? ChatStanding.ABSENT : ChatStanding.UNKNOWN;
            }
            case Answer.Denied denied when denied.code() == 403 -> ChatStanding.UNKNOWN;
            case Answer.Denied denied -> throw new IOException("Telegram answered " + denied.code());
            case Answer.Unreachable none -> throw new IOException("Telegram is unreachable");
            case Answer.Lost lost -> throw new IOException("Telegram: " + lost.code());
            case Answer.Unfit unfit -> throw new IOException("Telegram: " + unfit.code());
        };
    }

    @Override
    public @Nullable String privateLink() {
        String name = self.name();
        return name == null ? null : "https://t.me/" + name;
    }

    @Override
    public @Nullable String joinLink(String code) {
        String name = self.name();
        return name == null ? null : Links.toPrivate(name, code);
    }

    @Override
    public @Nullable String groupLink(String code) {
        String name = self.name();
        return name == null ? null : Links.toGroup(name, code);
    }

    @Override
    public @Nullable String messageLink(Address chat, String message) {
        return Links.toMessage(chat.id(), message);
    }

    private static String word(Object kind) {
        return kind.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
