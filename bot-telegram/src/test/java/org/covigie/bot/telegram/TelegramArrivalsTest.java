package org.covigie.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Arrival.Reading;
import org.covigie.bot.messaging.Contact;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks, comes and goes, votes and hands over a contact card, against what the house is told. */
class TelegramArrivalsTest {
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
    private static final Instant AT = Instant.ofEpochSecond(1_790_000_000);
    private static final Address GROUP = chat("-1001700000001");
    private static final Words TITLE = new Words("MG du Morvan");
    private static final Sender LEA = person("5400000001", "Léa Morin", "lea_morin", "fr");
    private static final Sender PAUL = person("5400000002", "Paul", null, "pt");
    private static final Sender ANNA = person("5400000003", "Anna Roux", "annaroux", "en");
    private static final Sender NOE = person("5400000004", "Noé", null, null);
    private static final Sender NOBODY = new Sender(GROUP, TITLE, null, null, false, true);
    private static final Contact CARD = new Contact(new Words("Anna Roux"), new Words("+33600000003"), ANNA.address());

    private final TelegramReader reader = new TelegramReader(() -> "CovigieBot");

    static Stream<Arguments> updates() {
        String poll = "5310000000000000001";
        Quoted card = new Quoted("40", PAUL, Words.NONE, Instant.ofEpochSecond(1_789_999_000), null, false, false,
                false, false, List.of(), CARD);
        return Stream.of(
                arguments("join-requested",
                        new Incoming.JoinRequested(GROUP, ANNA, new Words("https://t.me/+Zx9AbCdEf0o1NmQ0"), null,
                                AT)),
                arguments("join-requested-without-link", new Incoming.JoinRequested(GROUP, ANNA, null, null, AT)),
                arguments("let-in-on-request", joined(LEA, true, ANNA)),
                arguments("let-in-by-anonymous", joined(NOBODY, false, ANNA)),
                arguments("came-without-former-standing", joined(ANNA, false, ANNA)),
                arguments("came-back-restricted", joined(LEA, false, ANNA)),
                arguments("members-joined", joined(LEA, false, ANNA)),
                arguments("members-added", joined(LEA, false, ANNA, NOE)),
                arguments("members-added-by-anonymous", joined(NOBODY, false, NOE)),
                arguments("went-by-oneself", new Incoming.MemberLeft(GROUP, ANNA, AT)),
                arguments("put-out", new Incoming.MemberLeft(GROUP, ANNA, AT)),
                arguments("went-restricted", new Incoming.MemberLeft(GROUP, ANNA, AT)),
                arguments("vote", new Incoming.Voted(LEA.address(), LEA, poll, List.of(2, 0), NOW)),
                arguments("vote-taken-back", new Incoming.Voted(LEA.address(), LEA, poll, List.of(), NOW)),
                arguments("contact-in-private", inPrivate(CARD)),
                arguments("contact-of-a-stranger",
                        inPrivate(new Contact(new Words("Noé"), new Words("0600000004"), null))),
                arguments("reply-to-contact", new Incoming.Said(GROUP, Place.GROUP, LEA, "41", null,
                        new Words("/proposer"), card, null, false, false, TITLE, AT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("updates")
    void anUpdateIsReadAsWhatItMeans(String fixture, Incoming expected) {
        assertThat(reader.read(TelegramReaderTest.bytes(fixture), NOW).reading()).isEqualTo(new Reading.Read(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"chat_join_request\":{\"chat\":{\"id\":-1,\"type\":\"group\"},\"from\":7}",
            "\"chat_join_request\":{\"from\":{\"id\":7}}", "\"chat_member\":[]",
            "\"chat_member\":{\"chat\":{\"id\":-1,\"type\":\"group\"},\"new_chat_member\":\"left\"}",
            "\"poll_answer\":{\"user\":{\"id\":7},\"option_ids\":[0]}", "\"poll_answer\":{\"poll_id\":\"1\"}",
            "\"poll_answer\":{\"poll_id\":\"1\",\"user\":{\"id\":7}}",
            "\"poll_answer\":{\"poll_id\":\"1\",\"user\":{\"id\":7},\"option_ids\":[0,\"1\"]}",
            "\"poll_answer\":{\"poll_id\":\"1\",\"user\":{\"id\":7},\"option_ids\":[-1]}",
            "\"poll_answer\":{\"poll_id\":\"1\",\"user\":{\"id\":7},\"option_ids\":[99999999999999999999]}"})
    void anOddFieldFailsOnlyItsOwnUpdateAndIsNamedWithoutItsContent(String update) {
        Arrival arrival = read("{\"update_id\":7," + update + "}");
        assertThat(arrival.externalId()).isEqualTo("7");
        assertThat(arrival.reading()).isInstanceOfSatisfying(Reading.Unreadable.class,
                unreadable -> assertThat(unreadable.error()).matches("[a-z_.]+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"chat_join_request\":{\"from\":{\"id\":7},\"chat\":{\"id\":-1,\"type\":\"channel\"}}",
            "\"chat_member\":{\"chat\":{\"id\":-1,\"type\":\"channel\"},\"new_chat_member\":{\"status\":\"member\",\"user\":{\"id\":7}}}",
            "\"chat_member\":{\"chat\":{\"id\":-1,\"type\":\"group\"},\"old_chat_member\":7,\"new_chat_member\":{\"status\":\"member\",\"user\":{\"id\":7}}}"})
    void aChannelAndAStandingThatCannotBeToldConcernNobody(String update) {
        assertThat(read("{\"update_id\":7," + update + "}").reading()).isEqualTo(new Reading.Ignored());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"contact\":7", "\"contact\":{\"first_name\":\"Anna\"}",
            "\"contact\":{\"phone_number\":33600000003}", "\"contact\":{\"phone_number\":\" \"}",
            "\"new_chat_members\":\"x\"", "\"left_chat_member\":{\"id\":\"x\"}"})
    void anOddOptionalFieldCountsAsMissing(String field) {
        Reading reading = read("{\"update_id\":7,\"message\":{\"message_id\":41," + field + ",\"date\":1790000000,"
                + "\"text\":\"Bonjour\",\"from\":{\"id\":5400000004,\"first_name\":\"Noé\"},"
                + "\"chat\":{\"id\":-1001700000001,\"title\":\"MG du Morvan\",\"type\":\"supergroup\"}}}").reading();
        assertThat(reading).isEqualTo(new Reading.Read(new Incoming.Said(GROUP, Place.GROUP, NOE, "41", null,
                new Words("Bonjour"), null, null, false, false, TITLE, AT)));
    }

    private Arrival read(String update) {
        return reader.read(update.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static Incoming.MembersJoined joined(Sender by, boolean asked, Sender... who) {
        return new Incoming.MembersJoined(GROUP, by, List.of(who), asked, null, AT);
    }

    private static Incoming.Said inPrivate(Contact contact) {
        return new Incoming.Said(LEA.address(), Place.PRIVATE, LEA, "41", null, Words.NONE, null, null, false, false,
                null, contact, AT);
    }

    private static Sender person(String id, String name, @Nullable String handle, @Nullable String language) {
        return new Sender(chat(id), new Words(name), handle == null ? null : new Words(handle), language, false, false);
    }

    private static Address chat(String id) {
        return new Address("telegram", id);
    }
}
