package org.covigie.bot.sandbox.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.apache.hc.core5.http.Header;

/** The library's calls, whatever host they are meant for, to one address. */
final class LocalHttpClient extends HttpClient {

    private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();
    private final String base;

    LocalHttpClient(String base) {
        this.base = base;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        URI wanted = URI.create(request.constructURL().toString());
        String query = wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery();
        boolean json = request.getContentType() != null
                && "application/json".equals(request.getContentType().getValue());
        BodyPublisher body = request.getMethod() == HttpMethod.POST
                ? BodyPublishers.ofString(json ? request.getBody() : request.encodeFormBody())
                : BodyPublishers.noBody();
        try {
            HttpResponse<String> answer = http.send(
                    java.net.http.HttpRequest.newBuilder(URI.create(base + wanted.getRawPath() + query))
                            .header("Authorization", request.getAuthString())
                            .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                            .method(request.getMethod().toString(), body).build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Response(answer.body(), answer.statusCode(), new Header[0]);
        } catch (IOException e) {
            throw new ApiException("connection", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("interrupted", e);
        }
    }
}
