package org.covigie.bot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Base64;
import java.util.List;
import org.covigie.bot.sandbox.twilio.SeenMessage;
import org.covigie.bot.sandbox.twilio.TwilioStandIn;
import org.covigie.bot.sandbox.twilio.World;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = {"covigie.sandbox.telegram-port=0", "covigie.sandbox.state-file=",
        "covigie.sandbox.whatsapp-port=0", "covigie.sandbox.whatsapp-state-file=",
        "covigie.sandbox.story-patience=0s"})
@AutoConfigureMockMvc
class TelephonesApiTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private TwilioStandIn standIn;
    @Autowired
    private Telephones telephones;

    @BeforeEach
    void everything_begins() throws Exception {
        does("reset", "{}", 204);
    }

    private void does(String act, String json, int status) throws Exception {
        http.perform(post("/sandbox/api/telephones/" + act).contentType(APPLICATION_JSON).content(json))
                .andExpect(status().is(status));
    }

    private World world() {
        return standIn.world();
    }

    private List<SeenMessage> messages(Owner owner) {
        return world().messages(telephones.person(owner));
    }

    @Test
    void five_people_have_telephones_and_one_of_them_hides_her_number() throws Exception {
        http.perform(get("/sandbox/api/telephones/state")).andExpect(status().isOk())
                .andExpect(jsonPath("$.people.length()").value(5))
                .andExpect(jsonPath("$.people[0].key").value("claire"))
                .andExpect(jsonPath("$.people[0].number").value(Matchers.startsWith("+3363998")))
                .andExpect(jsonPath("$.people[3].number").value("")).andExpect(jsonPath("$.number").isNotEmpty())
                .andExpect(jsonPath("$.group.members.length()").value(4))
                .andExpect(jsonPath("$.group.lines.length()").value(4))
                .andExpect(jsonPath("$.done.length()").value(0));
        http.perform(get("/sandbox/whatsapp.html")).andExpect(status().isOk()).andExpect(content().string(
                Matchers.not(Matchers.matchesPattern("(?s).*(<script>|<style>| style=| on[a-z]+=).*"))));
    }

    @Test
    void words_replies_forwards_and_pictures_are_sent() throws Exception {
        does("write", "{\"as\":\"claire\",\"text\":\"/relaye Soignants de l’Aulne\"}", 204);
        String sid = messages(Owner.CLAIRE).getLast().sid();
        does("write", "{\"as\":\"claire\",\"text\":\"et encore\",\"sid\":\"" + sid + "\"}", 204);
        does("forward", "{\"as\":\"julie\",\"text\":\"Lu dans le groupe\"}", 204);
        does("picture", "{\"as\":\"lea\",\"type\":\"image/png\",\"data\":\""
                + Base64.getEncoder().encodeToString(new byte[]{1, 2}) + "\"}", 204);
        assertThat(messages(Owner.CLAIRE).getLast().quoted()).isEqualTo(sid);
        assertThat(messages(Owner.JULIE).getLast().forwarded()).isTrue();
        String picture = messages(Owner.LEA).getLast().media().getFirst().id();
        http.perform(get("/sandbox/api/telephones/media/" + picture)).andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.IMAGE_PNG))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        http.perform(get("/sandbox/api/telephones/state"))
                .andExpect(jsonPath("$.done").value(Matchers.contains("relayed-1", "companion-2")));
    }

    @Test
    void only_json_is_taken_and_only_what_the_app_would_let_a_person_do() throws Exception {
        http.perform(post("/sandbox/api/telephones/write").contentType(MediaType.TEXT_PLAIN)
                .content("{\"as\":\"julie\",\"text\":\"x\"}")).andExpect(status().isUnsupportedMediaType());
        does("write", "{\"as\":\"nobody\",\"text\":\"x\"}", 404);
        does("write", "{\"as\":\"julie\",\"text\":\" \"}", 400);
        does("write", "{\"as\":\"julie\",\"text\":\"" + "é".repeat(1601) + "\"}", 400);
        does("write", "{\"as\":\"julie\",\"text\":\"x\",\"sid\":\"SM0\"}", 409);
        does("tap", "{\"as\":\"julie\",\"sid\":\"SM0\",\"data\":\"/p\"}", 409);
        does("picture", "{\"as\":\"julie\",\"type\":\"text/html\",\"data\":\"AAAA\"}", 400);
        does("picture", "{\"as\":\"julie\",\"type\":\"image/png\",\"data\":\"é\"}", 400);
        does("group", "{\"as\":\"paul\",\"text\":\"Bonjour\"}", 409);
        does("join", "{\"as\":\"paul\",\"data\":\"https://chat.whatsapp.com/Elsewhere\"}", 409);
        does("faults", "{\"data\":\"earthquake\",\"share\":1}", 400);
        does("faults", "{\"data\":\"broken\",\"share\":2}", 400);
    }

    @Test
    void a_candidate_joins_the_peoples_group_by_its_link() throws Exception {
        does("join", "{\"as\":\"paul\",\"data\":\"" + Telephones.LINK + "\"}", 204);
        does("group", "{\"as\":\"paul\",\"text\":\"Bonjour\"}", 204);
        http.perform(get("/sandbox/api/telephones/state")).andExpect(jsonPath("$.group.lines[-1].who").value("paul"))
                .andExpect(jsonPath("$.done").value(Matchers.contains("companion-4")));
    }

    @Test
    void a_day_passes_and_somebody_blocks() throws Exception {
        does("write", "{\"as\":\"marc\",\"text\":\"Bonjour\"}", 204);
        http.perform(get("/sandbox/api/telephones/state")).andExpect(jsonPath("$.people[2].open").value(true));
        does("silence", "{}", 204);
        does("block", "{\"as\":\"marc\",\"on\":true}", 204);
        does("faults", "{\"data\":\"broken\",\"share\":0.5}", 204);
        http.perform(get("/sandbox/api/telephones/state")).andExpect(jsonPath("$.people[2].open").value(false))
                .andExpect(jsonPath("$.people[2].blocked").value(true))
                .andExpect(jsonPath("$.faults.broken").value(0.5));
        does("faults", "{\"data\":\"broken\",\"share\":0}", 204);
    }

    @Test
    void starting_again_brings_people_the_bot_never_met() throws Exception {
        String before = telephones.person(Owner.MARC).address();
        does("write", "{\"as\":\"marc\",\"text\":\"Bonjour\"}", 204);
        does("reset", "{}", 204);
        assertThat(telephones.person(Owner.MARC).address()).isNotEqualTo(before);
        assertThat(messages(Owner.MARC)).isEmpty();
        await().until(() -> world().underWay() == 0);
    }
}
