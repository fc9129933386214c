package org.covigie.bot.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.covigie.bot.sandbox.telegram.World;
import org.jspecify.annotations.Nullable;

/** Which steps of « À essayer » somebody has done; seen at the deed, since the bot may tidy a command away. */
final class Guide {

    private static final int STEPS = 5;
    private static final Set<String> TAGS = Set.of("/p", "/s", "/f", "/w", "/probleme", "/problem", "/solution",
            "/signal", "/faible", "/weak");

    private final World world;
    private final Story story;

    Guide(World world, Story story) {
        this.world = world;
        this.story = story;
    }

    List<Integer> done() {
        return IntStream.rangeClosed(1, STEPS)
                .filter(step -> world.note("story." + step).filter("yes"::equals).isPresent()).boxed().toList();
    }

    void said(Character who, @Nullable Integer replyTo, String text) {
        String word = java.text.Normalizer
                .normalize(text.strip().split("[\\s@]", 2)[0].toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        if (who == Character.JULIE && replyTo != null && TAGS.contains(word)) {
            tagged(replyTo);
        }
    }

    void reacted(Character who, int messageId, @Nullable String emoji) {
        if (who == Character.JULIE && emoji != null && Set.of("🤔", "👌", "👀").contains(emoji)) {
            tagged(messageId);
        }
    }

    /** A private command or a button's data. */
    void asked(Character who, String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (who == Character.JULIE && (lower.contains("publier") || lower.contains("publish"))) {
            world.note("story.4", "yes");
        }
    }

    void opened(Character who, String what) {
        if (who == Character.CLAIRE && what.equals("requested")) {
            world.note("story.5", "yes");
        }
    }

    private void tagged(int messageId) {
        List<String> landmarks = List.of("vaccine", "workaround", "patient");
        for (int i = 0; i < landmarks.size(); i++) {
            if (story.landmark(landmarks.get(i)).filter(id -> id == messageId).isPresent()) {
                world.note("story." + (i + 1), "yes");
            }
        }
    }
}
