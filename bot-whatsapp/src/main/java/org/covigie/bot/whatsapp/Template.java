package org.covigie.bot.whatsapp;

import com.twilio.rest.content.v1.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A kind of template that carries choices, made once for each number of them: the text is variable 1, then title and id of each
 * choice. In an open conversation neither needs approval (twilio.com/docs/content/content-types-overview).
 *
 * @param count how many choices
 */
record Template(Kind kind, int count) {
    /** Which, with the longest title of a choice in characters. */
    enum Kind {
        /** twilio.com/docs/content/twilio-quick-reply: three buttons without approval. */
        QUICK_REPLY("quick-reply", 20, 3),
        /** twilio.com/docs/content/twiliolist-picker. */
        LIST_PICKER("list-picker", 24, 10);

        final String word;
        final int mostTitle;
        final int mostChoices;

        Kind(String word, int mostTitle, int mostChoices) {
            this.word = word;
            this.mostTitle = mostTitle;
            this.mostChoices = mostChoices;
        }
    }

    /** What opens the list. A template has one language, so both stand there; 20 characters at most. */
    private static final String OPEN_LIST = "Choisir / Choose";

    /** Under which it is found again; another shape needs another version. */
    String friendlyName() {
        return "covigie-" + kind.word + "-" + count + "-v1";
    }

    Content.ContentCreateRequest request() {
        Content.Types.Builder types = new Content.Types.Builder();
        switch (kind) {
            case QUICK_REPLY -> types.twilioQuickReply(Content.TwilioQuickReply.builder("{{1}}", buttons()).build());
            case LIST_PICKER ->
                types.twilioListPicker(Content.TwilioListPicker.builder("{{1}}", OPEN_LIST, items()).build());
        }
        return Content.ContentCreateRequest.builder("fr", types.build()).friendlyName(friendlyName())
                .variables(samples()).build();
    }

    private List<Content.QuickReplyAction> buttons() {
        return IntStream.range(0, count).mapToObj(n -> Content.QuickReplyAction.builder(title(n))
                .type(Content.QuickReplyActionType.QUICK_REPLY).id(id(n)).build()).toList();
    }

    private List<Content.ListItem> items() {
        return IntStream.range(0, count).mapToObj(n -> Content.ListItem.builder(id(n), title(n)).build()).toList();
    }

    private Map<String, String> samples() {
        Map<String, String> samples = new LinkedHashMap<>();
        samples.put("1", "COViGIE");
        for (int n = 0; n < count; n++) {
            samples.put(titleKey(n), Integer.toString(n + 1));
            samples.put(idKey(n), "/aide " + (n + 1));
        }
        return samples;
    }

    static String titleKey(int choice) {
        return Integer.toString(2 * choice + 2);
    }

    static String idKey(int choice) {
        return Integer.toString(2 * choice + 3);
    }

    private static String title(int choice) {
        return "{{" + titleKey(choice) + "}}";
    }

    private static String id(int choice) {
        return "{{" + idKey(choice) + "}}";
    }
}
