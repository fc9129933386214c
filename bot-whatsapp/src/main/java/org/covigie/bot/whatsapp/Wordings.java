package org.covigie.bot.whatsapp;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The words of an inbound message, and how they came. Pure, and never throws. */
final class Wordings {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,12})?");
    private static final Pattern MEDIA_TYPE = Pattern
            .compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}");
    /** More than that is no description of how a message came. */
    private static final int MOST_METADATA = 16_384;

    private Wordings() {}

    /** What was written; a tapped button's words when nothing else was; a place shared, in lines below. */
    static String of(Form form) {
        String body = form.getOr("Body", "");
        if (body.isBlank()) {
            body = form.getOr("ButtonText", "");
        }
        if (body.isBlank()) {
            body = form.getOr("ListTitle", "");
        }
        return Stream.concat(Stream.of(body), place(form, body)).filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> place(Form form, String body) {
        String latitude = form.getOr("Latitude", "");
        String longitude = form.getOr("Longitude", "");
        if (!DEGREES.matcher(latitude).matches() || !DEGREES.matcher(longitude).matches()) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(form.getOr("Label", ""), form.getOr("Address", "")).filter(line -> !line.equals(body))
                        .distinct(),
                Stream.of(latitude + ", " + longitude));
    }

    /** Both in fields of their own and within {@code ChannelMetadata}, which is undocumented. */
    static boolean forwarded(Form form) {
        if (form.yes("Forwarded") || form.yes("FrequentlyForwarded")) {
            return true;
        }
        String metadata = form.getOr("ChannelMetadata", "");
        if (metadata.isBlank() || metadata.length() > MOST_METADATA) {
            return false;
        }
        try {
            var context = JSON.readTree(metadata).path("data").path("context");
            return "true".equals(context.path("Forwarded").asString(""))
                    || "true".equals(context.path("FrequentlyForwarded").asString(""));
        } catch (JacksonException e) {
            return false;
        }
    }

    /** Without its parameters; what is none is any bytes. */
    static String mediaType(@Nullable String value) {
        String plain = value == null ? "" : value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return MEDIA_TYPE.matcher(plain).matches() ? plain : "application/octet-stream";
    }
}
