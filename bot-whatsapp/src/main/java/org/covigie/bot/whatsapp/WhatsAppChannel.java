package org.covigie.bot.whatsapp;

import com.twilio.rest.api.v2010.account.Message;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.covigie.bot.messaging.Capabilities;
import org.covigie.bot.messaging.Channel;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Price;
import org.covigie.bot.messaging.Receipt;
import org.covigie.bot.messaging.Trouble;
import org.covigie.bot.messaging.Whereabouts;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;

/** The way to people on WhatsApp, by Twilio. */
final class WhatsAppChannel implements Channel {
    static final String NAME = "whatsapp";
    private static final Pattern INVITATION = Pattern
            .compile("https://chat\\.whatsapp\\.com/(invite/)?[A-Za-z0-9_-]{10,40}/?(\\?\\S{0,200})?");

    private final TwilioApi api;
    private final WhatsAppWriter writer;
    private final Contents contents;
    private final Search search;
    private final WhatsAppProperties properties;
    private final Capabilities capabilities;
    private final Price price;
    private final MeterRegistry meters;

    /**
     * @param writer   writes with the templates of {@code contents}
     * @param contents is told when Twilio refuses one of them
     */
    WhatsAppChannel(TwilioApi api, WhatsAppWriter writer, Contents contents, WhatsAppProperties properties,
            MeterRegistry meters) {
        this.api = api;
        this.writer = writer;
        this.contents = contents;
        this.search = new Search(api);
        this.properties = properties;
        this.price = properties.price().price();
        this.meters = meters;
        // twilio.com/docs/messaging/api/message-resource (Body), twilio.com/docs/content/twilio-quick-reply; 24 h, one message
        // to one person in 6 s with 45 at once by developers.facebook.com/docs/whatsapp/cloud-api/overview; 80 a second by
        // twilio.com/docs/whatsapp/api
        this.capabilities = new Capabilities(WhatsAppWriter.MOST_TEXT, Template.Kind.QUICK_REPLY.mostChoices, false,
                false, false, false, Duration.ofHours(24), Duration.ofSeconds(6), 0, 80, 45, false, false, true, true,
                Set.copyOf(properties.templates().keySet()));
    }

    static boolean isGroup(Address chat) {
        return chat.id().startsWith(HOSTED_GROUP);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public Outcome send(Outgoing outgoing) {
        Outcome outcome = switch (writer.write(outgoing)) {
            case WhatsAppWriter.Written.Unfit unfit -> new Outcome.Refused(unfit.code());
            case WhatsAppWriter.Written.Ready ready -> create(outgoing, ready);
        };
        meters.counter("covigie.whatsapp.sendings", "what", word(outgoing), "outcome", word(outcome)).increment();
        return outcome;
    }

    private Outcome create(Outgoing outgoing, WhatsAppWriter.Written.Ready ready) {
        Answer<Message> answer = api.create(ready.sending());
        if (ready.choices() && outgoing instanceof Outgoing.Text text
                && answer instanceof Answer.Failed<Message>(Answer.Failure.Denied denied)) {
            // in both cases surely not sent
            if (Codes.templateGone(denied)) {
                // the next try finds no template and numbers the choices
                contents.refused();
                return new Outcome.Later(Duration.ofSeconds(1), "template-refused");
            }
            if (Codes.templateUnfit(denied)
                    && WhatsAppWriter.withNumbers(
                            text) instanceof WhatsAppWriter.Written.Ready(Sending numbered, boolean none)) {
                return Outcomes.of(api.create(numbered));
            }
        }
        return Outcomes.of(answer);
    }

    @Override
    public Whereabouts whereabouts(Outgoing outgoing, Instant called, Set<String> known) {
        return search.whereabouts(outgoing, called, known);
    }

    @Override
    public @Nullable Words recall(String message) throws IOException {
        if (!Sids.isMessage(message)) {
            return null;
        }
        return switch (api.message(message)) {
            case Answer.Done<Message>(Message found) ->
                found.getBody() == null || found.getBody().isEmpty() ? null : new Words(found.getBody());
            case Answer.Failed<Message>(Answer.Failure.Denied denied) when denied.status() == 404 -> null;
            case Answer.Failed<Message> failed -> throw new IOException("Twilio cannot be asked for a message now");
        };
    }

    @Override
    public @Nullable Receipt ask(String message) {
        return Sids.isMessage(message) && api.message(message) instanceof Answer.Done<Message>(Message found)
                ? Statuses.of(found)
                : null;
    }

    @Override
    public Trouble trouble(String code) {
        return Codes.trouble(code);
    }

    @Override
    public Price price() {
        return price;
    }

    @Override
    public String privateLink() {
        return "https://wa.me/" + properties.digits();
    }

    /** faq.whatsapp.com/5913398998672934: the text stands ready in the chat, and the person sends it. */
    @Override
    public String joinLink(String code) {
        return privateLink() + "?text=rejoindre%20" + code;
    }

    @Override
    public boolean invitesInto(String text) {
        return INVITATION.matcher(text.strip()).matches();
    }

    private static String word(Object kind) {
        return kind.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
