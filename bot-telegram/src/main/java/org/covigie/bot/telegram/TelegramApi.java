package org.covigie.bot.telegram;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * Calls the Bot API by the library's client, once per call: what a platform or a network can do becomes an {@link Answer},
 * nothing of it an exception. Exceptions of the client hold the address and with it the token, so they end here.
 */
final class TelegramApi implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OkHttpClient http;
    private final OkHttpTelegramClient client;
    private final Connection connection;

    TelegramApi(TelegramProperties properties, Connection connection) {
        this.connection = connection;
        this.http = http(properties.answerTimeout());
        String host = properties.server().getHost();
        this.client = new OkHttpTelegramClient(mapper(), http, properties.token(),
                new TelegramUrl(properties.server().getScheme(), host, properties.port(), false));
    }

    Answer call(Call call) {
        return noted(ask(call));
    }

    /** Sends a file; like every call, once. */
    Answer call(Upload upload) {
        return noted(ask(upload));
    }

    private Answer noted(Answer answer) {
        switch (answer) {
            case Answer.Done done -> connection.answered();
            case Answer.Denied denied when TelegramApi.refusesToken(denied) ->
                connection.report(Connection.State.REFUSED);
            case Answer.Denied denied -> connection.answered();
            case Answer.Unreachable unreachable -> connection.report(Connection.State.UNREACHABLE);
            case Answer.Lost lost -> {
            }
            case Answer.Unfit unfit -> {
            }
        }
        return answer;
    }

    /** As {@link #call}, for what may stay unknown: the answer says nothing about the connection. */
    Answer quietly(Call call) {
        return ask(call);
    }

    /** 401 for a revoked token; 404 is what Telegram answers when no such bot ever was. */
    static boolean refusesToken(Answer.Denied denied) {
        return denied.code() == 401 || denied.code() == 404 && !denied.description().contains("method");
    }

    private Answer ask(Call call) {
        CompletableFuture<Answer> future;
        try {
            future = client.executeAsync(call);
        } catch (TelegramApiValidationException e) {
            return new Answer.Unfit("request-invalid");
        } catch (TelegramApiException e) {
            return new Answer.Unfit("request-unwritable");
        }
        try {
            return future.join();
        } catch (CompletionException e) {
            return lost(e.getCause());
        }
    }

    private Answer ask(Upload upload) {
        try {
            upload.validate();
            client.executeAsync(upload).join();
            return upload.answer();
        } catch (TelegramApiValidationException e) {
            return new Answer.Unfit("request-invalid");
        } catch (CompletionException e) {
            return lost(e.getCause());
        }
    }

    private static Answer lost(@Nullable Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof NeverConnected) {
                return new Answer.Unreachable();
            }
        }
        return switch (cause) {
            case InterruptedIOException slow -> new Answer.Lost("answer-timeout");
            case IOException broken -> new Answer.Lost("connection-lost");
            case null, default -> new Answer.Lost("answer-unreadable");
        };
    }

    private OkHttpClient http(Duration answerTimeout) {
        Dispatcher dispatcher = new Dispatcher(threads);
        // the library's default of 5 at once would let one slow chat hold up all others
        dispatcher.setMaxRequests(128);
        dispatcher.setMaxRequestsPerHost(128);
        return new OkHttpClient.Builder().dispatcher(dispatcher)
                // else the POST is silently sent again when a kept-alive connection drops after it was read
                .retryOnConnectionFailure(false).followRedirects(false).followSslRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(answerTimeout).writeTimeout(answerTimeout).callTimeout(answerTimeout.plusSeconds(5))
                .addInterceptor(TelegramApi::tellWhetherConnected).addNetworkInterceptor(TelegramApi::connected)
                .build();
    }

    private static Response tellWhetherConnected(Interceptor.Chain chain) throws IOException {
        AtomicBoolean connected = new AtomicBoolean();
        try {
            return chain.proceed(chain.request().newBuilder().tag(AtomicBoolean.class, connected).build());
        } catch (IOException e) {
            if (connected.get()) {
                throw e;
            }
            throw new NeverConnected();
        }
    }

    /** Runs only once a connection stands, TLS included, and before the first byte of the request leaves. */
    private static Response connected(Interceptor.Chain chain) throws IOException {
        AtomicBoolean connected = chain.request().tag(AtomicBoolean.class);
        if (connected != null) {
            connected.set(true);
        }
        return chain.proceed(chain.request());
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL)
                .addMixIn(PartialBotApiMethod.class, WithoutMethod.class);
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        threads.shutdownNow();
    }

    /** The method stands in the address; a second time in the body is a parameter Telegram does not know. */
    private interface WithoutMethod {
        @JsonIgnore
        String getMethod();
    }

    private static final class NeverConnected extends IOException {
        private static final long serialVersionUID = 1;

        NeverConnected() {
            super("no connection");
        }
    }
}
