package org.covigie.bot.whatsapp;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.HostedFiles;
import org.covigie.bot.messaging.Inbox;
import org.covigie.bot.messaging.Opening;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.people.People;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/** Puts the adapter together when an account is set. */
@Configuration(proxyBeanMethods = false)
@Conditional(AccountGiven.class)
@EnableConfigurationProperties(WhatsAppProperties.class)
class WhatsAppConfiguration {
    /** So long Twilio may fetch a file of ours. */
    private static final Duration FILE_LIFE = Duration.ofHours(4);
    private static final Logger LOG = LoggerFactory.getLogger(WhatsAppConfiguration.class);

    @Bean
    PublicAddress whatsAppAddress(@Value("${covigie.public-url:http://localhost:8080}") String publicUrl) {
        return new PublicAddress(publicUrl.isBlank() ? "http://localhost:8080" : publicUrl);
    }

    @Bean
    Connection whatsAppConnection() {
        return new Connection();
    }

    @Bean
    TwilioApi twilioApi(WhatsAppProperties properties, PublicAddress address, Connection connection) {
        boolean unseen = address.local() && properties.server() == null;
        if (unseen) {
            LOG.warn("WhatsApp: Twilio cannot reach this bot; set COVIGIE_PUBLIC_URL to the address the outside sees");
        }
        // Twilio refuses a message whose callback it cannot reach (twilio.com/docs/api/errors/21609)
        return new TwilioApi(properties, unseen ? null : address.statusCallback(), connection);
    }

    @Bean
    Contents whatsAppContents(TwilioApi api, ObjectProvider<InstantSource> clock) {
        return new Contents(api, clock.getIfUnique(InstantSource::system));
    }

    @Bean
    MediaLinks whatsAppMediaLinks(WhatsAppProperties properties, ObjectProvider<InstantSource> clock) {
        return new MediaLinks(properties.authToken(), clock.getIfUnique(InstantSource::system));
    }

    @Bean
    MediaStore whatsAppMediaStore(WhatsAppProperties properties) {
        return new MediaStore(properties);
    }

    @Bean
    WhatsAppChannel whatsAppChannel(TwilioApi api, Contents contents, MediaLinks links, HostedFiles files,
            PublicAddress address, WhatsAppProperties properties, MeterRegistry meters) {
        return new WhatsAppChannel(api, new WhatsAppWriter(means(contents, links, files, address, properties)),
                contents,
                properties, meters);
    }

    static WhatsAppWriter.Means means(Contents contents, MediaLinks links, HostedFiles files, PublicAddress address,
            WhatsAppProperties properties) {
        Map<Opening, String> openings = properties.templates();
        return new WhatsAppWriter.Means() {
            @Override
            public @Nullable String template(Template template) {
                return contents.sid(template);
            }

            @Override
            public @Nullable String template(Opening opening) {
                return openings.get(opening);
            }

            @Override
            public URI link(Attachment attachment) {
                return address.media(links.token(attachment));
            }

            @Override
            public URI link(Outgoing.File file) {
                String type = MediaTypeFactory.getMediaType(file.name()).orElse(MediaType.APPLICATION_OCTET_STREAM)
                        .toString();
                return address.media(
                        files.put(file.bytes(), file.picture() ? "image/png" : type, file.name(), FILE_LIFE));
            }
        };
    }

    @Bean
    Signatures whatsAppSignatures(WhatsAppProperties properties, PublicAddress address) {
        return new Signatures(properties, address);
    }

    @Bean
    Intake whatsAppIntake(WhatsAppProperties properties, People people, Inbox inbox, MeterRegistry meters,
            ObjectProvider<InstantSource> clock) {
        return new Intake(new WhatsAppReader(properties.accountSid(), properties.from(), people::home), inbox, meters,
                clock.getIfUnique(InstantSource::system));
    }

    @Bean
    Missed whatsAppMissed(TwilioApi api, Intake intake, WhatsAppProperties properties,
            ObjectProvider<InstantSource> clock) {
        return new Missed(api, intake, properties, clock.getIfUnique(InstantSource::system));
    }

    /** Kept by the database, so it is overdue, and runs first of all, after every outage longer than its pause. */
    @Bean
    RecurringTask<Void> whatsAppMissedMessages(Missed missed) {
        return Tasks.recurring("whatsapp-missed-messages", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> missed.run());
    }

    @Bean
    WhatsAppHealth whatsAppHealthIndicator(Connection connection) {
        return new WhatsAppHealth(connection);
    }
}
