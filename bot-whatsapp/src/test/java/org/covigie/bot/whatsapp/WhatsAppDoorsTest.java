package org.covigie.bot.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.covigie.bot.enrolment.Enrolments;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.mail.MailingList;
import org.covigie.bot.messaging.Deliveries;
import org.covigie.bot.messaging.HostedFile;
import org.covigie.bot.messaging.HostedFiles;
import org.covigie.bot.messaging.Inbox;
import org.covigie.bot.messaging.Receipts;
import org.covigie.bot.patientdata.PatientData;
import org.covigie.bot.people.People;
import org.covigie.bot.signals.Signals;
import org.covigie.bot.synthesis.Syntheses;
import org.covigie.bot.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The doors for Twilio on a real port, behind the house's own filters: whoever reads a form before us takes its bytes away. */
class WhatsAppDoorsTest {
    private static final Inbox INBOX = mock(Inbox.class);
    private static final HostedFiles FILES = mock(HostedFiles.class);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static ConfigurableApplicationContext house;

    @BeforeAll
    static void open() {
        Map<String, Object> settings = new HashMap<>(Map.of("server.port", "0", "spring.main.banner-mode", "off",
                "server.forward-headers-strategy", "native", "covigie.public-url", "https://bot.example.org/",
                "covigie.api.token", "the operator's own token", "covigie.whatsapp.account-sid", Twilio.ACCOUNT,
                "covigie.whatsapp.auth-token", Twilio.TOKEN, "covigie.whatsapp.from", Twilio.FROM,
                "covigie.whatsapp.api-url", "http://127.0.0.1:1"));
        People people = mock(People.class);
        org.mockito.Mockito.when(people.home(any(), any())).thenAnswer(call -> call.getArgument(0));
        house = new SpringApplicationBuilder(Rooms.class).properties(settings).initializers(context -> {
            put(context, Inbox.class, INBOX);
            put(context, People.class, people);
            put(context, TestClock.class, new TestClock());
            put(context, Signals.class, mock(Signals.class));
            put(context, Groups.class, mock(Groups.class));
            put(context, Enrolments.class, mock(Enrolments.class));
            put(context, Syntheses.class, mock(Syntheses.class));
            put(context, MailingList.class, mock(MailingList.class));
            put(context, Deliveries.class, mock(Deliveries.class));
            put(context, PatientData.class, mock(PatientData.class));
            put(context, Receipts.class, mock(Receipts.class));
            put(context, HostedFiles.class, FILES);
            put(context, JdbcClient.class, mock(JdbcClient.class));
        }).run();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void trap_2_4_a_webhook_passes_all_filters_with_its_bytes_untouched() throws Exception {
        Map<String, String> fields = Twilio.text("Salut l’équipe 👋 100 % à 8h+\r\n");
        HttpResponse<String> answer = inbound(fields,
                Twilio.signature("https://bot.example.org/whatsapp/inbound?From=x", fields), "?From=x");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<Response/>");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        verify(INBOX).accept(eq("whatsapp"), any());
    }

    @Test
    void without_the_right_signature_it_is_403() throws Exception {
        assertThat(inbound(Twilio.text("Bonjour"), "x", "").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whatsapp/inbound", "/whatsapp/media/nothing", "/whatsapp/elsewhere", "/whatsapp/media/"})
    void a_stranger_finds_nothing(String path) throws Exception {
        HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(at(path)).GET().build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn(404, 405);
    }

    @Test
    void a_file_is_handed_out_without_a_session() throws Exception {
        String token = "A-token-of-the-houses-own";
        when(FILES.get(token)).thenReturn(Optional.of(new HostedFile(new byte[]{1, 2, 3}, "image/png", "qr.png")));
        HttpResponse<byte[]> answer = HTTP.send(HttpRequest.newBuilder(at("/whatsapp/media/" + token)).build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).containsExactly(1, 2, 3);
        assertThat(answer.headers().allValues("Cache-Control")).hasSize(1).first().asString().contains("private");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().map()).doesNotContainKey("Set-Cookie");
    }

    private static HttpResponse<String> inbound(Map<String, String> fields, String signature, String query)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(at("/whatsapp/inbound" + query)).timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                        .header("X-Twilio-Signature", signature).POST(BodyPublishers.ofString(Twilio.encoded(fields)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI at(String path) {
        return URI.create("http://localhost:" + house.getEnvironment().getProperty("local.server.port") + path);
    }

    private static <T> void put(ConfigurableApplicationContext context, Class<T> type, T bean) {
        ((GenericApplicationContext) context).registerBean(type, () -> bean);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration"})
    @ComponentScan({"org.covigie.bot.api", "org.covigie.bot.whatsapp"})
    static class Rooms {}
}
