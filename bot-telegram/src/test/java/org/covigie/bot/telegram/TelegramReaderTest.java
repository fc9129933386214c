package org.covigie.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Arrival.Reading;
import org.covigie.bot.messaging.ChatStanding;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates as Telegram writes them, invented people, against what the house is told. */
class TelegramReaderTest {
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
    private static final Instant AT = Instant.ofEpochSecond(1_790_000_000);
    private static final Instant EARLIER = Instant.ofEpochSecond(1_789_999_000);

    private static final Address GROUP = chat("-1001700000001");
    private static final Address FORUM = chat("-1001700000002");
    private static final Words TITLE = new Words("MG du Morvan");
    private static final Sender LEA = person("5400000001", "Léa Morin", "lea_morin", "fr");
    private static final Sender PAUL = person("5400000002", "Paul", null, "pt");
    private static final Sender NOBODY = new Sender(GROUP, TITLE, null, null, false, true);
    private static final Quoted SOURCE = quoted("40", PAUL, "Plus de paracétamol pédiatrique en pharmacie");

    private final TelegramReader reader = new TelegramReader(() -> "CovigieBot");

    static Stream<Arguments> messages() {
        Sender viaBot = new Sender(LEA.address(), LEA.name(), LEA.handle(), "fr", true, false);
        Sender other = new Sender(chat("7000000002"), new Words("Autre"), new Words("AutreBot"), null, true, false);
        Quoted forwardedPhoto = new Quoted("39", PAUL, new Words("Rayon vide"), Instant.ofEpochSecond(1_789_998_000),
                "13900000000000002", true, true, false, false, List.of());
        Quoted part = new Quoted("40", PAUL, new Words("paracétamol pédiatrique"), EARLIER, null, false, false, true,
                false, List.of());
        Quoted post = new Quoted("38", null, new Words("Alerte lot"), Instant.ofEpochSecond(1_789_997_000), null, false,
                true, false, false, List.of());
        Quoted order = new Quoted("37", NOBODY, new Words("Consigne"), Instant.ofEpochSecond(1_789_997_000), null,
                false, false, false, false, List.of());
        return Stream.of(arguments("text-in-group", said("Bonjour à tous")),
                arguments("text-in-private",
                        new Incoming.Said(LEA.address(), Place.PRIVATE, LEA, "41", null, new Words("/brouillons"), null,
                                null,
                                false, false, null, AT)),
                arguments("text-in-basic-group",
                        new Incoming.Said(chat("-420017"), Place.GROUP, LEA, "41", null, new Words("Bonjour"), null,
                                null, false,
                                false, new Words("Petit groupe"), AT)),
                arguments("command-in-reply", said("/p rupture").replyingTo(SOURCE)),
                arguments("command-for-this-bot", said("/problème note\nsuite").replyingTo(SOURCE)),
                arguments("caption-command", said(LEA, "41", null, "/s", SOURCE, null, true, false, AT)),
                arguments("photo-in-album",
                        said(LEA, "41", null, "Boîtes vides", null, "13900000000000001", true, false, AT)),
                arguments("voice-without-words", said(LEA, "41", null, "", null, null, true, false, AT)),
                arguments("forwarded", said(LEA, "41", null, "Vu ailleurs", null, null, false, true, AT)),
                arguments("reply-to-forwarded-photo", said("/f").replyingTo(forwardedPhoto)),
                arguments("reply-with-quote", said("/p").replyingTo(part)),
                arguments("external-reply-is-no-reply", said("/p")),
                arguments("topic-implicit-reply", inForum("/p", "12", null)),
                arguments("topic-real-reply", inForum("/p", "12", quoted("40", PAUL, "Rupture"))),
                arguments("general-topic", inForum("Bonjour", null, null)),
                arguments("thread-outside-forum", said("/p").replyingTo(SOURCE)),
                arguments("anonymous-administrator", said(NOBODY, "41", null, "/groupe", null, null, false, false, AT)),
                arguments("reply-to-channel-post", said("/p").replyingTo(post)),
                arguments("reply-to-anonymous-administrator", said("/p").replyingTo(order)),
                arguments("via-inline-bot", said(viaBot, "41", null, "Résultat", null, null, false, false, AT)),
                arguments("other-bot", said(other, "41", null, "Je suis un programme", null, null, false, false, AT)),
                arguments("message-id-zero", said(LEA, "0", null, "/aide", null, null, false, false, AT)),
                arguments("date-zero", said(LEA, "41", null, "Bonjour", null, null, false, false, NOW)),
                arguments("huge-ids",
                        new Incoming.Said(chat("-1004503599627370"), Place.GROUP,
                                new Sender(chat("4503599627370495"), LEA.name(), LEA.handle(), "fr", false, false),
                                "41", null,
                                new Words("Bonjour"), null, null, false, false, TITLE, AT)));
    }

    static Stream<Arguments> otherKinds() {
        Address small = chat("-420017");
        Address grown = chat("-1001700000003");
        Instant edited = Instant.ofEpochSecond(1_790_000_100);
        String press = "4382bfdwdsb323b2d9";
        return Stream.of(arguments("migrated-old-chat", new Incoming.ChatMoved(small, grown, AT)),
                arguments("migrated-new-chat", new Incoming.ChatMoved(small, grown, AT)),
                arguments("title-changed",
                        new Incoming.ChatRenamed(GROUP, new Words("MG du Morvan et d’ailleurs"), AT)),
                arguments("edited-text",
                        new Incoming.Edited(GROUP, PAUL, "40", null, new Words("Plus de paracétamol, même adulte"),
                                edited)),
                arguments("edited-caption-in-album",
                        new Incoming.Edited(GROUP, PAUL, "40", "13900000000000002", new Words("Rayon vide"), edited)),
                arguments("pressed-in-private",
                        new Incoming.Pressed(LEA.address(), Place.PRIVATE, LEA, press, "52", null, "/publier 3", NOW)),
                arguments("pressed-in-topic",
                        new Incoming.Pressed(FORUM, Place.GROUP, LEA, press, "53", "12", "/charte", NOW)),
                arguments("pressed-inaccessible",
                        new Incoming.Pressed(GROUP, Place.GROUP, LEA, press, "12", null, "/charte", NOW)),
                arguments("bot-made-administrator", placed(LEA, ChatStanding.ADMINISTRATOR)),
                arguments("bot-made-administrator-by-anonymous", placed(NOBODY, ChatStanding.ADMINISTRATOR)),
                arguments("bot-added", placed(LEA, ChatStanding.MEMBER)),
                arguments("bot-restricted", placed(LEA, ChatStanding.MEMBER)),
                arguments("bot-removed", placed(LEA, ChatStanding.ABSENT)),
                arguments("bot-standing-unknown", placed(LEA, ChatStanding.UNKNOWN)),
                arguments("private-opened", new Incoming.PrivateChat(LEA.address(), LEA, true, AT)),
                arguments("private-blocked", new Incoming.PrivateChat(LEA.address(), LEA, false, AT)),
                arguments("reaction-put", new Incoming.Reacted(GROUP, LEA, "40", Set.of(), Set.of("🤔"), null, AT)),
                arguments("reaction-taken-back",
                        new Incoming.Reacted(GROUP, LEA, "40", Set.of("🤔"), Set.of(), null, AT)),
                arguments("reaction-anonymous",
                        new Incoming.Reacted(GROUP, NOBODY, "40", Set.of(), Set.of("👀"), null, AT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"messages", "otherKinds"})
    void anUpdateIsReadAsWhatItMeans(String fixture, Incoming expected) {
        assertThat(reader.read(bytes(fixture), NOW).reading()).isEqualTo(new Reading.Read(expected));
    }

    @Test
    void whoLeavesAGroupIsTold() {
        assertThat(reader.read(bytes("member-left"), NOW).reading()).isInstanceOfSatisfying(Reading.Read.class,
                read -> assertThat(read.incoming()).isInstanceOfSatisfying(Incoming.MemberLeft.class,
                        left -> assertThat(left.sender().address().id()).isEqualTo("5400000003")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-for-another-bot", "channel-speaks-in-group", "automatic-forward", "sender-missing",
            "gift-without-stars", "bots-added", "pinned", "edited-in-private", "channel-post",
            "pressed-without-data",
            "pressed-inline", "reaction-custom-only", "vote-anonymous", "unknown-kind", "made-administrator",
            "unbanned",
            "standing-unheard-of", "other-bot-came", "bot-itself-changed"})
    void whatConcernsNobodyHereIsIgnored(String fixture) {
        assertThat(reader.read(bytes(fixture), NOW).reading()).isEqualTo(new Reading.Ignored());
    }

    @Test
    void theUpdateIdIsTheExternalId() {
        Arrival arrival = reader.read(bytes("text-in-group"), NOW);
        assertThat(arrival.externalId()).isEqualTo("864000101");
        assertThat(arrival.bytes()).isEqualTo(bytes("text-in-group").length);
    }

    @Test
    void aCommandForAnyBotIsTakenAsOursUntilTheNameIsKnown() {
        assertThat(new TelegramReader(() -> null).read(bytes("command-for-another-bot"), NOW).reading())
                .isEqualTo(new Reading.Read(said("/p").replyingTo(SOURCE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"update_id\":7,\"message\":{\"message_id\":1,\"date\":1,\"text\":\"x\"}}",
            "{\"update_id\":7,\"message\":{\"message_id\":\"one\",\"chat\":{\"id\":-1,\"type\":\"group\"}}}",
            "{\"update_id\":7,\"message\":{\"message_id\":1,\"chat\":{\"id\":99999999999999999999,\"type\":\"group\"}}}",
            "{\"update_id\":7,\"message\":[1,2]}", "{\"update_id\":7,\"message\":\"text\"}",
            "{\"update_id\":7,\"message_reaction\":{\"chat\":{\"id\":-1,\"type\":\"group\"}}}",
            "{\"update_id\":7,\"callback_query\":{\"id\":\"1\",\"data\":\"x\",\"message\":{\"chat\":{\"id\":1,\"type\":\"private\"}}}}"})
    void anOddFieldFailsOnlyItsOwnUpdateAndIsNamedWithoutItsContent(String update) {
        Arrival arrival = reader.read(update.getBytes(StandardCharsets.UTF_8), NOW);
        assertThat(arrival.externalId()).isEqualTo("7");
        assertThat(arrival.reading()).isInstanceOfSatisfying(Reading.Unreadable.class,
                unreadable -> assertThat(unreadable.error()).matches("[a-z_.]+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"entities\":{}", "\"photo\":7", "\"reply_to_message\":\"x\"", "\"quote\":[]",
            "\"media_group_id\":12", "\"forward_origin\":null", "\"is_topic_message\":\"yes\"", "\"gift\":{\"gift\":0}",
            "\"message_thread_id\":9999999999999999999999", "\"brand_new\":{\"deep\":[[[]]]}"})
    void anOddOptionalFieldCountsAsMissing(String field) {
        String update = """
                {"update_id":7,"message":{"message_id":41,%s,"date":1790000000,"text":"Bonjour à tous",
                "from":{"id":5400000001,"first_name":"Léa","last_name":"Morin","username":"lea_morin","language_code":"fr"},
                "chat":{"id":-1001700000001,"title":"MG du Morvan","type":"supergroup"}}}"""
                .formatted(field);
        Reading reading = reader.read(update.getBytes(StandardCharsets.UTF_8), NOW).reading();
        boolean photo = field.startsWith("\"photo\"");
        assertThat(reading).isEqualTo(
                new Reading.Read(said(LEA, "41", null, "Bonjour à tous", null, null, photo, false, AT)));
    }

    @Test
    void deepJsonFailsOnlyItselfAndKeepsItsId() {
        String deep = "{\"update_id\":8,\"message\":" + "[".repeat(60_000) + "]".repeat(60_000) + "}";
        Arrival arrival = reader.read(deep.getBytes(StandardCharsets.UTF_8), NOW);
        assertThat(arrival.externalId()).isEqualTo("8");
        assertThat(arrival.reading()).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void aHugeTextIsRead() {
        String text = "é".repeat(400_000);
        assertThat(words(text)).isEqualTo(text);
    }

    @Test
    void nulAndHalfSurrogatesAreReplacedInPlace() {
        assertThat(words("a\\u0000b\\ud83dc\\ude00d\\ud83d\\ude00")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uD83D\uDE00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "not json", "{\"message\":{}}", "{\"update_id\":\"x\"}",
            "{\"update_id\":1.5}"})
    void whatHasNoReadableIdIsUnreadableUnderANameOfItsContent(String body) {
        Arrival arrival = reader.read(body.getBytes(StandardCharsets.UTF_8), NOW);
        assertThat(arrival.externalId()).startsWith("?").hasSizeLessThanOrEqualTo(64);
        assertThat(arrival.reading()).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void bytesThatAreNoUtf8FailOnlyTheirOwnUpdate() {
        byte[] update = "{\"update_id\":9,\"message\":{\"text\":\"X\"}}".getBytes(StandardCharsets.UTF_8);
        update[35] = (byte) 0xFF;
        Arrival arrival = reader.read(update, NOW);
        assertThat(arrival.externalId()).isEqualTo("9");
        assertThat(arrival.reading()).isInstanceOf(Reading.Unreadable.class);
    }

    private String words(String json) {
        String update = "{\"update_id\":7,\"message\":{\"message_id\":1,\"date\":1790000000,\"text\":\"" + json
                + "\",\"from\":{\"id\":1},\"chat\":{\"id\":1,\"type\":\"private\"}}}";
        Reading reading = reader.read(update.getBytes(StandardCharsets.UTF_8), NOW).reading();
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Incoming.Said) ((Reading.Read) reading).incoming()).text().text();
    }

    static byte[] bytes(String fixture) {
        String file = "/updates/" + fixture + ".json";
        try (InputStream in = Objects.requireNonNull(TelegramReaderTest.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static Incoming.Said said(String text) {
        return said(LEA, "41", null, text, null, null, false, false, AT);
    }

    private static Incoming.Said said(Sender sender, String id, @Nullable String topic, String text,
            @Nullable Quoted replyTo, @Nullable String album, boolean media, boolean forwarded, Instant at) {
        return new Incoming.Said(GROUP, Place.GROUP, sender, id, topic, new Words(text), replyTo, album, media,
                forwarded, TITLE, at);
    }

    private static Incoming.Said inForum(String text, @Nullable String topic, @Nullable Quoted replyTo) {
        return new Incoming.Said(FORUM, Place.GROUP, LEA, "41", topic, new Words(text), replyTo, null, false, false,
                new Words("Forum MSP"), AT);
    }

    private static Incoming.BotPlaced placed(Sender by, ChatStanding bot) {
        return new Incoming.BotPlaced(GROUP, by, ChatStanding.UNKNOWN, bot, TITLE, AT);
    }

    private static Quoted quoted(String id, Sender author, String text) {
        return new Quoted(id, author, new Words(text), EARLIER, null, false, false, false, false, List.of());
    }

    private static Sender person(String id, String name, @Nullable String handle, String language) {
        return new Sender(chat(id), new Words(name), handle == null ? null : new Words(handle), language, false, false);
    }

    private static Address chat(String id) {
        return new Address("telegram", id);
    }
}
