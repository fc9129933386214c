package org.covigie.bot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.covigie.bot.sandbox.telegram.Group;
import org.covigie.bot.sandbox.telegram.SeenMessage;
import org.covigie.bot.sandbox.telegram.TelegramStandIn;
import org.covigie.bot.sandbox.telegram.World;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = {"covigie.sandbox.telegram-port=0", "covigie.sandbox.state-file=",
        "covigie.sandbox.whatsapp-port=0",
        "covigie.sandbox.whatsapp-state-file=",
        "covigie.sandbox.story-patience=0s"})
@AutoConfigureMockMvc
class SandboxApiTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private World world;
    @Autowired
    private Story story;
    @Autowired
    private TelegramStandIn standIn;

    @BeforeEach
    void the_story_is_told() {
        await().atMost(Duration.ofSeconds(20)).until(story::told);
    }

    private void does(String deed, String json, int status) throws Exception {
        http.perform(post("/sandbox/api/" + deed).contentType(APPLICATION_JSON).content(json))
                .andExpect(status().is(status));
    }

    private SeenMessage last() {
        return world.messages(story.group(), story.person(Character.JULIE)).getLast();
    }

    @Test
    void the_page_stands_at_the_root_and_runs_no_inline_script() throws Exception {
        http.perform(get("/")).andExpect(status().isOk()).andExpect(forwardedUrl("/sandbox/index.html"));
        http.perform(get("/sandbox/index.html")).andExpect(status().isOk())
                .andExpect(content().string(
                        Matchers.not(Matchers.matchesPattern("(?s).*(<script>|<style>| style=| on[a-z]+=).*"))));
        http.perform(get("/sandbox/app.js")).andExpect(status().isOk());
    }

    @Test
    void the_story_names_a_correspondent_and_has_its_landmarks() throws Exception {
        http.perform(get("/sandbox/api/state?as=marc")).andExpect(status().isOk())
                .andExpect(jsonPath("$.you").value("marc"))
                .andExpect(jsonPath("$.title").value("Soignants du Val d’Orle"))
                .andExpect(jsonPath("$.people.length()").value(6))
                .andExpect(jsonPath("$.landmarks.vaccine").isNumber())
                .andExpect(jsonPath("$.landmarks.patient").isNumber())
                .andExpect(jsonPath("$.group[?(@.text=='/correspondant' && @.from=='gaelle')].replyTo").isNotEmpty())
                .andExpect(jsonPath("$.phones.julie[0].text").value("/start"));
    }

    @Test
    void a_reply_is_written_and_the_guide_ticks_its_step() throws Exception {
        int vaccine = story.landmark("vaccine").orElseThrow();
        does("say", "{\"as\":\"julie\",\"chat\":\"group\",\"text\":\"/P\",\"replyTo\":" + vaccine + "}", 204);
        assertThat(last().replyTo()).isEqualTo(vaccine);
        http.perform(get("/sandbox/api/state")).andExpect(jsonPath("$.done").value(Matchers.hasItem(1)));
    }

    @Test
    void a_reaction_is_put_and_taken_back() throws Exception {
        int id = story.landmark("workaround").orElseThrow();
        does("react", "{\"as\":\"julie\",\"chat\":\"group\",\"messageId\":" + id + ",\"emoji\":\"👌\"}", 204);
        http.perform(get("/sandbox/api/state")).andExpect(jsonPath("$.done").value(Matchers.hasItem(2)))
                .andExpect(jsonPath("$.group[?(@.id==" + id + ")].reactions.👌[0]").value("julie"));
        does("react", "{\"as\":\"julie\",\"chat\":\"group\",\"messageId\":" + id + ",\"emoji\":null}", 204);
    }

    @Test
    void only_json_is_taken_and_only_what_the_app_would_let_a_person_do() throws Exception {
        http.perform(
                post("/sandbox/api/say").contentType(MediaType.APPLICATION_FORM_URLENCODED).content("as=julie&text=x"))
                .andExpect(status().isUnsupportedMediaType());
        http.perform(
                post("/sandbox/api/say").contentType(MediaType.TEXT_PLAIN).content("{\"as\":\"julie\",\"text\":\"x\"}"))
                .andExpect(status().isUnsupportedMediaType());
        does("say", "{\"as\":\"nobody\",\"text\":\"x\"}", 404);
        does("say", "{\"as\":\"julie\",\"text\":\"  \"}", 400);
        does("say", "{\"as\":\"julie\",\"text\":\"" + "é".repeat(4097) + "\"}", 400);
        does("edit", "{\"as\":\"julie\",\"chat\":\"group\",\"messageId\":" + story.landmark("vaccine").orElseThrow()
                + ",\"text\":\"x\"}", 409);
        does("press", "{\"as\":\"julie\",\"chat\":\"group\",\"messageId\":1,\"data\":\"x\"}", 409);
    }

    @Test
    void what_julie_edits_is_marked_as_edited() throws Exception {
        does("say", "{\"as\":\"julie\",\"chat\":\"group\",\"text\":\"Ruptrue\"}", 204);
        does("edit", "{\"as\":\"julie\",\"chat\":\"group\",\"messageId\":" + last().id() + ",\"text\":\"Rupture\"}",
                204);
        assertThat(last().edited()).isTrue();
    }

    @Test
    void a_second_group_is_founded_with_the_bot_as_its_administrator_and_people_come_and_go() throws Exception {
        does("groups", "{\"as\":\"julie\",\"text\":\"Antenne de Kerlan\"}", 200);
        Group local = story.groups().getLast();
        assertThat(local.title()).isEqualTo("Antenne de Kerlan");
        String there = "\"group\":" + local.id();
        does("say", "{\"as\":\"julie\",\"chat\":\"group\"," + there + ",\"text\":\"Bonjour\"}", 204);
        http.perform(get("/sandbox/api/state?as=julie&group=" + local.id()))
                .andExpect(jsonPath("$.title").value("Antenne de Kerlan"))
                .andExpect(jsonPath("$.groups[-1].members[0]").value("julie"))
                .andExpect(jsonPath("$.group[-1].text").value("Bonjour"));
        http.perform(get("/sandbox/api/state?as=claire&group=" + local.id()))
                .andExpect(jsonPath("$.group.length()").value(0));
        does("say", "{\"as\":\"claire\",\"chat\":\"group\"," + there + ",\"text\":\"Bonjour\"}", 409);
        does("add", "{\"as\":\"julie\",\"who\":\"claire\"," + there + "}", 204);
        assertThat(world.isMember(local, story.person(Character.CLAIRE))).isTrue();
        does("leave", "{\"as\":\"claire\"," + there + "}", 204);
        does("leave", "{\"as\":\"claire\"," + there + "}", 409);
        does("leave", "{\"as\":\"claire\",\"group\":-1}", 404);
        does("groups", "{\"as\":\"julie\",\"text\":\" \"}", 400);
    }

    @Test
    void a_candidate_opens_links_and_hands_over_a_card() throws Exception {
        does("open", "{\"as\":\"claire\",\"data\":\"https://t.me/+never\"}", 409);
        http.perform(post("/sandbox/api/open").contentType(APPLICATION_JSON)
                .content("{\"as\":\"claire\",\"data\":\"https://t.me/covigie_bac_a_sable_bot?start=K7\"}"))
                .andExpect(jsonPath("$.what").value("private"));
        does("card", "{\"as\":\"claire\",\"chat\":\"private\",\"who\":\"yann\"}", 204);
        http.perform(get("/sandbox/api/state?as=claire"))
                .andExpect(jsonPath("$.phones.claire[0].text").value("/start K7"))
                .andExpect(jsonPath("$.phones.claire[-1].contact.phone_number").value("+33639981205"));
        does("open", "{\"as\":\"julie\",\"text\":\"Antenne\",\"data\":\"https://t.me/covigie_bac_a_sable_bot"
                + "?startgroup=K8&admin=invite_users\"}", 200);
        assertThat(world.messages(story.groups().getLast(), story.person(Character.JULIE)).getLast().text())
                .isEqualTo("/start@covigie_bac_a_sable_bot K8");
    }

    @Test
    void events_are_a_stream() throws Exception {
        http.perform(get("/sandbox/api/events"))
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM));
    }

    @Test
    void starting_again_makes_another_group_with_people_the_bot_never_met() throws Exception {
        long before = story.group().id();
        long julie = story.person(Character.JULIE).id();
        does("reset", "{}", 204);
        assertThat(story.group().id()).isNotEqualTo(before);
        assertThat(story.person(Character.JULIE).id()).isNotEqualTo(julie);
        await().atMost(Duration.ofSeconds(20)).until(story::told);
    }

    @Test
    void the_stand_in_listens_where_the_bot_is_told_to_look() {
        assertThat(standIn.isRunning()).isTrue();
        assertThat(standIn.token()).isEqualTo(SandboxEnvironment.TOKEN);
    }
}
