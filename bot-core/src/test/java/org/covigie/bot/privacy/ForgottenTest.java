package org.covigie.bot.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Profession;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.covigie.bot.testing.Tables;
import org.covigie.bot.testing.Tables.Column;
import org.covigie.bot.vault.Vault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody leaves a trace in every table there is, asks to be forgotten, and is looked for in the whole database. */
class ForgottenTest {
    /** In transit or on the way out; what stands there is sealed and gone within the tables' own time. */
    private static final Set<String> TRANSIT = Set.of("inbox", "outbox", "lane", "scheduled_tasks", "inbox_seen");

    @ParameterizedTest
    @EnumSource(Database.class)
    void nothingIsLeftAnywhereOfWhoeverAsksToBeForgotten(Database database) {
        try (House house = House.on(database)) {
            Tables tables = new Tables(house);
            Actor lea = house.person("Léonie-Aurore");
            long id = story(house, lea);
            assertThat(untouched(house, tables, id))
                    .as("columns that refer to people and that the story of this test does not fill: tell more in it")
                    .isEmpty();

            lea.writes("/oubliezmoi oui");

            assertThat(lea.heard()).contains("je ne sais plus rien de vous");
            assertThat(house.get(People.class).byId(id)).isEmpty();
            assertThat(tables.columns().stream()
                    .filter(c -> c.type().equals("bigint") && PersonalColumnsTest.personal(c))
                    .filter(c -> tables.count(c, id) > 0).map(Column::path)).isEmpty();
            assertThat(traces(house, tables, lea)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatStillWaitsForSomebodyForgottenIsNotSent(Database database) {
        try (House house = House.on(database)) {
            Actor lea = house.person("Léa");
            Chat group = house.group("Soignants", house.person("Claire"));
            lea.replies(group, null, "/groupe");
            house.channel().answers(group.address(), new Outcome.Refused("no rights"));
            house.channel().answers(lea.address(), new Outcome.Gone("never opened"));
            lea.replies(group, null, "/charte");
            assertThat(waiting(house)).isEqualTo(1);

            // an opened chat would have its answer first: here the person asks from the group's message
            lea.presses(group, "/oubliezmoi oui");

            assertThat(house.get(People.class).find(lea.address())).isEmpty();
            assertThat(house.get(JdbcClient.class).sql("select count(*) from outbox where status = 'CANCELLED' "
                    + "and body is null and address is null").query(Long.class).single()).isEqualTo(1);
        }
    }

    private static long waiting(House house) {
        return house.get(JdbcClient.class).sql("select count(*) from outbox where waiting and final_at is null")
                .query(Long.class).single();
    }

    /** Léa's life in a group: everything that leaves a trace. Whoever adds a table about people adds a sentence here. */
    private static long story(House house, Actor lea) {
        Actor claire = house.person("Claire");
        Actor marc = house.person("Marc");
        Actor julie = house.person("Julie");
        List.of(claire, marc, julie, lea).forEach(actor -> actor.writes("/start"));
        Chat group = house.group("Soignants du Val", claire);
        claire.replies(group, lea.says(group, "bonjour"), "/correspondant");
        claire.replies(group, julie.says(group, "bonjour"), "/correspondant");
        lea.presses(group, "/consentir");
        marc.presses(group, "/consentir");
        lea.writes("/langue fr");
        lea.writes("/ici Soignants du Val");

        Quoted hers = lea.says(group, "Léonie-Aurore manque de masques");
        julie.replies(group, hers, "/p");
        Quoted another = marc.says(group, "Il manque des gants");
        lea.replies(group, another, "/p");
        lea.replies(group, marc.says(group, "Il manque des blouses"), "/p");
        lea.writes("/voir 2");
        lea.writes("/publier 3");
        lea.writes("/journal");

        house.channel().answers(group.address(), new Outcome.Sent("m1", "p1"));
        claire.replies(group, null, "/sondage Quel soir ? | Mardi | Jeudi");
        claire.writes("/relancer 1");
        lea.votes("p1", 0);
        lea.replies(group, null, "/proposer @quelquune");
        claire.writes("/invitation");
        claire.replies(group, null, "/adjoint 2");
        house.channel().answers(lea.address(), new Outcome.Sent("m2"));
        house.person("Paul").asksToJoin(group, null, 5);
        house.person("Rose").asksToJoin(group, null, 5);
        lea.writes("/refuser 2");
        Chat next = house.group("Soignants du Mont", claire);
        lea.asksToJoin(next, null, 5);

        People people = house.get(People.class);
        long id = people.find(lea.address()).orElseThrow().id();
        people.works(id, Profession.NURSE, "29");
        people.calls(id, new org.covigie.bot.people.Words("Léonie-Aurore M."));
        people.alias(lea.address(), org.covigie.bot.testing.TestChannel.chat("FR.7"));
        house.get(Journal.class).note(house.id(group), "deputy-given",
                people.find(claire.address()).orElseThrow().id(), id, "");
        fill(house, "charter_answer", "insert into charter_answer (group_id, person_id, version, given, at) "
                + "values (:group, :person, 1, true, current_timestamp)", house.id(group), id);
        fill(house, "removal", "insert into removal (group_id, person_id, at, by_id) "
                + "values (:group, :person, current_timestamp, :person)", house.id(group), id);
        fill(house, "companion_entry", "insert into companion_entry (group_id, person_id, handed_at) "
                + "values (:group, :person, current_timestamp)", house.id(group), id);
        fill(house, "unreachable_member", "insert into unreachable_member (person_id, since) "
                + "values (:person, current_timestamp)", house.id(group), id);
        house.get(JdbcClient.class).sql("insert into relay_held (group_id, person_id, body, held_until) "
                + "values (:group, :person, :body, current_timestamp)").param("group", house.id(group))
                .param("person", id).param("body", house.get(Vault.class).seal("Léonie-Aurore")).update();
        house.get(JdbcClient.class).sql("insert into pile (person_id, message, message_print, words, media, "
                + "received_at) values (:person, :sealed, 'p', :sealed, false, :now)").param("person", id)
                .param("sealed", house.get(Vault.class).seal("Léonie-Aurore"))
                .param("now", house.clock().instant().atOffset(java.time.ZoneOffset.UTC)).update();
        house.get(JdbcClient.class).sql("insert into mail_subscription (id, person_id, address, address_print, seat, "
                + "language, status, token_print, since) values (gen_random_uuid(), :person, :address, 'p', 'PERSON', 'fr', "
                + "'ACTIVE', 't', current_timestamp)").param("person", id)
                .param("address", house.get(Vault.class).seal("Léonie-Aurore@example.org")).update();
        fill(house, "corroboration", "insert into corroboration (signal_id, person_id, at) "
                + "select id, :person, current_timestamp from signal where group_id = :group and number = 2",
                house.id(group), id);
        fill(house, "relay_entry", "insert into relay_entry (group_id, person_id) values (:group, :person)",
                house.id(group), id);
        fill(house, "relay_member", "insert into relay_member (group_id, person_id, mode) "
                + "values (:group, :person, 'MUTED')", house.id(group), id);
        house.get(JdbcClient.class).sql("insert into relay_message (group_id, author, print, message, media, at) "
                + "values (:group, :person, 'p', :message, false, current_timestamp)").param("group", house.id(group))
                .param("person", id).param("message", house.get(Vault.class).seal("m")).update();
        house.get(JdbcClient.class).sql("insert into relay_copy (relay_id, person, print, at) "
                + "select id, :person, 'c', current_timestamp from relay_message").param("person", id).update();
        house.get(JdbcClient.class).sql("update invitation set made_by = :person").param("person", id).update();
        return id;
    }

    /** What no command writes yet. */
    private static void fill(House house, String table, String insert, long group, long person) {
        JdbcClient db = house.get(JdbcClient.class);
        if (db.sql("select count(*) from " + table + " where person_id = :person").param("person", person)
                .query(Long.class).single() == 0) {
            db.sql(insert).param("group", group).param("person", person).update();
        }
    }

    private static Set<String> untouched(House house, Tables tables, long id) {
        List<String> owned = PersonalColumnsTest.owned(house);
        return tables.columns().stream()
                .filter(c -> c.type().equals("bigint") && owned.contains(c.path()) && !c.table().equals("person"))
                .filter(c -> tables.count(c, id) == 0).map(Column::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Columns in which the name, the handle, the platform's id or a keyed hash of them still stands, sealed or not. */
    private static Set<String> traces(House house, Tables tables, Actor person) {
        Vault vault = house.get(Vault.class);
        List<String> marks = List.of("Léonie-Aurore", "léonie-aurore",
                vault.fingerprint(person.address().key()), vault.fingerprint("@léonie-aurore"));
        Set<String> found = new TreeSet<>();
        for (Column column : tables.columns()) {
            if (TRANSIT.contains(column.table()) || !column.words() && !column.bytes()) {
                continue;
            }
            for (Object value : tables.values(column)) {
                String text = value instanceof byte[] sealed ? opened(vault, sealed) : String.valueOf(value);
                if (marks.stream().anyMatch(text::contains) || text.equals(person.address().id())) {
                    found.add(column.path());
                }
            }
        }
        return found;
    }

    private static String opened(Vault vault, byte[] sealed) {
        try {
            return vault.openText(sealed);
        } catch (RuntimeException e) {
            return "";
        }
    }
}
