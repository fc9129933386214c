package org.covigie.bot.whatsapp;

import com.twilio.base.Page;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.rest.api.v2010.account.message.Media;
import com.twilio.rest.content.v1.Content;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.covigie.bot.whatsapp.Answer.Failure;
import org.jspecify.annotations.Nullable;

/** The few calls to Twilio that are made here, with a client of our own; each is one request, or one for each page. Thread-safe. */
final class TwilioApi implements AutoCloseable {
    private static final long PAGE = 100;
    /** More pages than that are no answer to any question asked here. */
    private static final int MOST_PAGES = 100;

    private final Transport transport;
    private final TwilioRestClient client;
    private final Connection connection;
    private final String from;
    private final @Nullable URI statusCallback;

    /** @param statusCallback where Twilio tells what became of a message; null: nowhere */
    TwilioApi(WhatsAppProperties properties, @Nullable URI statusCallback, Connection connection) {
        this.transport = new Transport(properties.server(), properties.answerTimeout());
        this.client = new TwilioRestClient.Builder(properties.accountSid(), properties.authToken())
                .httpClient(transport).build();
        this.connection = connection;
        this.from = properties.from();
        this.statusCallback = statusCallback;
    }

    /** Creates a message; its SID is never empty. */
    Answer<Message> create(Sending sending) {
        // one constructor for all three kinds: which of body, media and template are set decides
        MessageCreator creator = Message.creator(new PhoneNumber(sending.to()), new PhoneNumber(from),
                sending.body());
        if (sending.media() != null) {
            creator.setMediaUrl(List.of(sending.media()));
        }
        if (sending.template() != null) {
            creator.setContentSid(sending.template());
            creator.setContentVariables(sending.variables());
        }
        if (statusCallback != null) {
            creator.setStatusCallback(statusCallback);
        }
        Answer<Message> answer = call(creator::create);
        return answer instanceof Answer.Done<Message>(Message message) && isBlank(message.getSid())
                ? new Answer.Failed<>(new Failure.Lost("no-sid"))
                : answer;
    }

    Answer<Message> message(String sid) {
        return call(twilio -> Message.fetcher(sid).fetch(twilio));
    }

    /**
     * The messages to this address made since then, newest first as Twilio lists them. Those that still wait are among them: a
     * filter by the time of sending would leave them out.
     */
    Answer<List<Message>> messagesMade(String to, Instant since) {
        return messages(Message.reader().setTo(to), since);
    }

    /** The messages that came to this address since then, newest first. */
    Answer<List<Message>> messagesReceived(String to, Instant since) {
        return messages(Message.reader().setTo(to).setDateSentAfter(since.atZone(ZoneOffset.UTC)), since);
    }

    private Answer<List<Message>> messages(MessageReader reader, Instant since) {
        reader.setPageSize(PAGE);
        return call(twilio -> all(reader.firstPage(twilio), page -> reader.nextPage(page, twilio),
                message -> message.getDateCreated() != null
                        && message.getDateCreated().toInstant().isBefore(since)));
    }

    Answer<List<Media>> media(String message) {
        return call(twilio -> Media.reader(message).firstPage(twilio).getRecords());
    }

    Answer<List<Content>> contents() {
        var reader = Content.reader();
        reader.setPageSize((int) PAGE);
        return call(twilio -> all(reader.firstPage(twilio), page -> reader.nextPage(page, twilio), one -> false));
    }

    Answer<Content> create(Content.ContentCreateRequest request) {
        return call(twilio -> Content.creator(request).create(twilio));
    }

    /** Pages are asked for until one of them is older than what was asked for. */
    private static <T> List<T> all(Page<T> first, Function<Page<T>, Page<T>> next, Predicate<T> older) {
        List<T> all = new ArrayList<>(first.getRecords());
        Page<T> page = first;
        for (int n = 1; n < MOST_PAGES && page.hasNextPage() && page.getRecords().stream().noneMatch(older); n++) {
            page = next.apply(page);
            all.addAll(page.getRecords());
        }
        return all;
    }

    private <T> Answer<T> call(Function<TwilioRestClient, T> call) {
        Failure why;
        try {
            T value = call.apply(client);
            if (value != null) {
                connection.answered();
                return new Answer.Done<>(value);
            }
            why = new Failure.Lost("empty");
        } catch (NoAnswer failed) {
            why = failed.why();
        } catch (RuntimeException e) {
            // the SDK could not read what came; its message quotes that
            why = new Failure.Lost("unreadable");
        }
        connection.failed(why);
        return new Answer.Failed<>(why);
    }

    private static boolean isBlank(@Nullable String sid) {
        return sid == null || sid.isBlank();
    }

    @Override
    public void close() {
        transport.close();
    }
}
