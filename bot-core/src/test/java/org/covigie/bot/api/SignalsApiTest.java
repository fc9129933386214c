package org.covigie.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.signals.Signals;
import org.covigie.bot.testing.WebHouse.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignalsApiTest extends WebTest {
    private static final String ALL = "/api/v1/signals";

    @Test
    void aSignalIsToldWithTheNamesOfTheContract() {
        SignalDocument draft = web.draft("/p à suivre", "Plus d’amoxicilline en ville");
        Answer answer = web.get(ALL + "/" + draft.id());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("id", "number", "kind", "status", "holds", "text",
                "note",
                "group", "channel", "authorProfession", "department", "sourceAt", "taggedAt", "publishedAt", "answers",
                "platform",
                "findings");
        assertThat(answer.member("text")).isEqualTo("Plus d’amoxicilline en ville");
        assertThat(answer.member("note")).isEqualTo("à suivre");
        assertThat(answer.member("kind")).isEqualTo("PROBLEM");
        assertThat(answer.member("status")).isEqualTo("DRAFT");
        assertThat(answer.member("holds")).isEqualTo("[]");
        assertThat(answer.json().get("group").get("name").stringValue()).isEqualTo("Médecins de la côte");
        assertThat(answer.json().get("publishedAt").isNull()).isTrue();
        assertThat(answer.json().get("platform").isNull()).isTrue();
        assertThat(answer.member("taggedAt")).matches("2026-11-23T09:\\d\\d:\\d\\dZ");
        assertThat(answer.body()).doesNotContain("Lea", "Anna");
        assertThat(web.get(ALL).json().get("items").get(0)).isEqualTo(answer.json());
    }

    @Test
    void thePageIsWhatWasWished() {
        SignalDocument solution = web.draft("/s", "La pharmacie du port en a");
        assertThat(ids("?kind=SOLUTION&status=DRAFT&size=1")).contains(solution.id().toString());
        assertThat(ids("?kind=WEAK_SIGNAL&status=PUBLISHED")).isEmpty();
        assertThat(ids("?group=" + solution.group().id() + "&since=" + solution.taggedAt()))
                .contains(solution.id().toString());
        assertThat(ids("?group=4711")).isEmpty();
        assertThat(ids("?since=2040-01-01T00:00:00%2B01:00")).isEmpty();
        assertThat(web.get(ALL + "?status=&kind=&group=&since=&page=").status()).isEqualTo(200);
    }

    private String ids(String query) {
        Answer answer = web.get(ALL + query);
        assertThat(answer.status()).as(query).isEqualTo(200);
        return answer.json().get("items").valueStream().map(item -> item.get("id").stringValue()).toList().toString()
                .replaceAll("^\\[]$", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=LOST", "kind=PROBLEME", "group=x", "since=yesterday", "page=-1", "size=1000"})
    void aWishThatCannotBeIs400AndNamesWhatCan(String query) {
        for (String path : List.of(ALL, ALL + ".csv", ALL + ".ndjson")) {
            if (path.equals(ALL) || !query.matches("(page|size).*")) {
                Answer answer = web.get(path + "?" + query);
                assertThat(answer.status()).as(path).isEqualTo(400);
                assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(answer.body()).doesNotContain("LOST", "PROBLEME", "yesterday");
            }
        }
        assertThat(web.get(ALL + "?status=LOST").member("detail"))
                .contains("DRAFT, PUBLISHING, PUBLISHED, DISCARDED, WITHDRAWN");
        assertThat(web.get(ALL + "?kind=LOST").member("detail")).contains("PROBLEM, SOLUTION, WEAK_SIGNAL");
    }

    @Test
    void textAndKindOfADraftMayBeChangedAndTheTextIsCheckedAgain() {
        SignalDocument draft = web.draft("/p", "avant");
        Answer answer = web.patch(ALL + "/" + draft.id(), "{\"kind\":\"WEAK_SIGNAL\",\"unknown\":[1]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("kind")).isEqualTo("WEAK_SIGNAL");
        assertThat(answer.member("text")).isEqualTo("avant");
        answer = web.patch(ALL + "/" + draft.id(), "{\"text\":\"appeler le 06 12 34 56 78\"}", "Content-Type",
                "application/merge-patch+json");
        assertThat(answer.member("text")).doesNotContain("06 12").contains("[TÉL]");
        assertThat(answer.member("holds")).contains("PATIENT_DATA");
        assertThat(answer.json().get("findings").get(0).propertyNames()).containsExactlyInAnyOrder("type", "start",
                "end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":5}", "{\"text\":null}", "{\"text\":\" \"}", "{\"kind\":\"secret-words\"}",
            "{\"kind\":1}", "[]", "\"secret-words\"", "{\"text\":\"secret-words", "",
            "{\"text\":{\"a\":\"secret-words\"}}"})
    void aChangeThatCannotBeReadIs400AndRepeatsNothing(String json) {
        SignalDocument draft = web.draft("/p", "reste");
        Answer answer = web.patch(ALL + "/" + draft.id(), json);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).doesNotContain("secret-words");
        assertThat(web.get(ALL + "/" + draft.id()).member("text")).isEqualTo("reste");
    }

    @Test
    void whoSawAnOlderVersionIsTold() {
        String path = ALL + "/" + web.draft("/p", "un").id();
        String tag = web.get(path).header("ETag");
        assertThat(tag).matches("\"\\d+-[0-9a-f]+\"");
        Answer changed = web.patch(path, "{\"text\":\"deux\"}", "If-Match", tag, "Content-Type", "application/json");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag).isEqualTo(web.get(path).header("ETag"));
        Answer stale = web.patch(path, "{\"text\":\"trois\"}", "If-Match", tag, "Content-Type", "application/json");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(web.patch(path, "{\"text\":\"trois\"}", "If-Match", "\"other\"", "Content-Type", "application/json")
                .status())
                .isEqualTo(412);
        assertThat(web.get(path).member("text")).isEqualTo("deux");
        assertThat(web.get(path, "If-None-Match", changed.header("ETag")).status()).isEqualTo(304);
    }

    @Test
    void aLinkChangesTheTagToo() {
        SignalDocument problem = web.draft("/p", "problème à lier");
        SignalDocument solution = web.draft("/s", "solution à lier");
        String tag = web.get(ALL + "/" + problem.id()).header("ETag");
        web.annaWrites("/lier " + solution.number() + " " + problem.number());
        Answer linked = web.get(ALL + "/" + problem.id(), "If-None-Match", tag);
        assertThat(linked.status()).isEqualTo(200);
        assertThat(linked.member("answers")).contains(solution.id().toString());
    }

    @Test
    void aDraftWithoutHoldsIsPublishedOnce() {
        String path = ALL + "/" + web.draft("/p", "à publier").id();
        Answer answer = web.post(path + "/publish", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("status")).isEqualTo("PUBLISHING");
        web.house().settles();
        Answer published = web.get(path);
        assertThat(published.member("status")).isEqualTo("PUBLISHED");
        assertThat(published.json().get("platform").get("url").stringValue()).startsWith("https://platform.test/");
        Answer again = web.post(path + "/publish", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.member("signalStatus")).isEqualTo("PUBLISHED");
        assertThat(web.patch(path, "{\"text\":\"plus tard\"}").status()).isEqualTo(409);
        assertThat(web.post(path + "/discard", "").status()).isEqualTo(409);
    }

    @Test
    void aHeldDraftStaysAndTheRulesAreNamed() {
        SignalDocument draft = web.heldDraft("rien n’est encore accepté");
        Answer answer = web.post(ALL + "/" + draft.id() + "/publish", "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.member("rules")).isEqualTo("[\"rule.author-agrees\"]");
        assertThat(answer.member("holds")).isEqualTo("[\"AUTHOR_CONSENT\"]");
        assertThat(web.get(ALL + "/" + draft.id()).member("status")).isEqualTo("DRAFT");
    }

    @Test
    void aDraftMayBeDiscarded() {
        String path = ALL + "/" + web.draft("/p", "à écarter").id();
        assertThat(web.post(path + "/discard", "").member("status")).isEqualTo("DISCARDED");
        assertThat(web.get(path).member("status")).isEqualTo("DISCARDED");
    }

    @Test
    void aSignalNobodyKnowsIs404() {
        for (String id : List.of(UUID.randomUUID().toString(), "17", "x")) {
            assertThat(web.get(ALL + "/" + id).status()).isEqualTo(404);
            assertThat(web.patch(ALL + "/" + id, "{}").status()).isEqualTo(404);
            assertThat(web.post(ALL + "/" + id + "/publish", "").status()).isEqualTo(404);
            assertThat(web.post(ALL + "/" + id + "/discard", "").status()).isEqualTo(404);
        }
    }

    @Test
    void whoGoesThroughAllOfThemMeetsEachOnce() {
        web.draft("/p", "premier");
        web.draft("/p", "deuxième");
        // all of one moment, as a busy group may have them
        web.house().get(JdbcClient.class)
                .sql("update signal set tagged_at = timestamp with time zone '2026-11-01 10:00:00+00'")
                .update();
        Signals signals = web.house().get(Signals.class);
        Signals.Wanted all = new Signals.Wanted(null, null, null, null);
        List<UUID> met = new java.util.ArrayList<>();
        for (List<SignalDocument> next = signals.after(all, null, 1); !next.isEmpty(); next = signals.after(all,
                next.getLast(),
                1)) {
            met.add(next.getFirst().id());
        }
        assertThat(met).doesNotHaveDuplicates()
                .containsExactlyElementsOf(signals.find(all, 0, 200).items().stream().map(SignalDocument::id).toList());
    }
}
