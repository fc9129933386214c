package org.covigie.bot.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.covigie.bot.sandbox.telegram.Group;
import org.covigie.bot.sandbox.telegram.Person;
import org.covigie.bot.sandbox.telegram.SeenMessage;
import org.covigie.bot.sandbox.telegram.World;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A short believable story, told once: a group is created, the bot becomes its administrator, a correspondent is named, and people
 * write about what first-line care is like. Everything in it is invented. Where it stands is kept with the world.
 */
final class Story {

    static final String TITLE = "Soignants du Val d’Orle";
    private static final int MOST_GROUPS = 10;
    /** core.telegram.org/bots/api#setchattitle. */
    private static final int LONGEST_TITLE = 128;
    private static final Duration BETWEEN_LINES = Duration.ofMillis(250);

    private final World world;
    private final Duration patience;
    private final Semaphore changes = new Semaphore(0);
    private @Nullable Thread teller;
    private boolean listening;

    /** A bot that says nothing within {@code patience} will not greet; the story goes on without it. */
    Story(World world, Duration patience) {
        this.world = world;
        this.patience = patience;
    }

    /** Tells the opening at once and the rest when the bot has greeted; goes on where a restart cut it off. */
    synchronized void begin() {
        if (!listening) {
            world.onChange(changes::release);
            listening = true;
        }
        if (world.note("story.group").isEmpty()) {
            open();
        }
        enlist();
        if (!told()) {
            teller = Thread.ofVirtual().name("sandbox-story").start(this::rest);
        }
    }

    synchronized void stop() {
        Thread thread = teller;
        if (thread != null) {
            thread.interrupt();
            teller = null;
        }
    }

    /** Another group with people who never met the bot: a group left behind would make private commands ask which one is meant. */
    synchronized void again() {
        stop();
        groups().forEach(one -> world.removeBot(one, person(Character.GAELLE)));
        for (String note : List.of("vaccine", "patient", "workaround", "told", "groups", "1", "2", "3", "4", "5")) {
            world.note("story." + note, "");
        }
        open();
        begin();
    }

    boolean told() {
        return world.note("story.told").filter("yes"::equals).isPresent();
    }

    Group group() {
        return new Group(number("story.group").orElseThrow(), TITLE);
    }

    /** The story's own group, then those that were made while playing. */
    List<Group> groups() {
        return Stream
                .concat(Stream.of(group()),
                        Arrays.stream(world.note("story.groups").orElse("").split(","))
                                .filter(id -> !id.isEmpty()).flatMap(id -> world.group(Long.parseLong(id)).stream()))
                .toList();
    }

    /** One of the groups; null is the story's own. */
    Group group(@Nullable Long id) {
        return id == null
                ? group()
                : groups().stream().filter(one -> one.id() == id).findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    boolean own(@Nullable Long id) {
        return id == null || id == group().id();
    }

    /** A new group of that character alone. */
    synchronized Group found(Character by, String title) {
        String before = world.note("story.groups").orElse("");
        if (before.split(",").length >= MOST_GROUPS || title.length() > LONGEST_TITLE) {
            throw new IllegalStateException("More groups or a longer title than a sandbox needs");
        }
        Group group = world.newGroup(title, person(by));
        world.note("story.groups", before.isEmpty() ? "" + group.id() : before + "," + group.id());
        return group;
    }

    Person person(Character character) {
        return number("story." + character.key()).flatMap(world::person).orElseThrow();
    }

    Optional<Character> who(long personId) {
        return Arrays.stream(Character.values()).filter(one -> person(one).id() == personId).findFirst();
    }

    /** Message id of one of the story's landmarks: vaccine, patient, workaround. */
    Optional<Integer> landmark(String name) {
        return number("story." + name).map(Long::intValue);
    }

    private Optional<Long> number(String note) {
        return world.note(note).filter(text -> !text.isEmpty()).map(Long::valueOf);
    }

    private void open() {
        int edition = world.note("story.edition").map(Integer::parseInt).orElse(0) + 1;
        world.note("story.edition", String.valueOf(edition));
        for (Character one : Character.values()) {
            world.note("story." + one.key(), "");
        }
        enlist();
        Person gaelle = person(Character.GAELLE);
        Group group = world.newGroup(TITLE, gaelle, person(Character.JULIE), person(Character.MARC),
                person(Character.INES),
                person(Character.YANN));
        world.note("story.group", String.valueOf(group.id()));
        for (Character one : new Character[]{Character.GAELLE, Character.JULIE, Character.MARC}) {
            world.writePrivately(person(one), "/start");
        }
        say(Character.GAELLE,
                "Bienvenue à toutes et à tous\u00a0! Ici on partage ce qui coince sur le terrain, et ce qui marche. J’ajoute le robot COViGIE pour que cela remonte.");
        world.addBot(group, gaelle, true);
    }

    /** Whoever is missing gets an account; a kept state may be older than a character. */
    private void enlist() {
        String edition = world.note("story.edition").filter(number -> !number.equals("1")).orElse("");
        for (Character one : Character.values()) {
            if (number("story." + one.key()).isEmpty()) {
                Person person = world.newPerson(one.firstName, one.lastName, one.username + edition, "fr");
                world.note("story." + one.key(), String.valueOf(person.id()));
            }
        }
    }

    private void rest() {
        try {
            awaitBot();
            line(() -> say(Character.JULIE,
                    "Bonjour, Julie, pharmacienne à Kerlan. Partante pour faire remonter ce qu’on voit."));
            SeenMessage hers = last(Character.JULIE);
            line(() -> world.reply(group(), person(Character.GAELLE), hers.id(), "/correspondant"));
            line(() -> say(Character.MARC, "/consentir"));
            line(() -> say(Character.GAELLE, "/consentir"));
            line(() -> mark("vaccine", say(Character.MARC,
                    "Plus une dose de vaccin coqueluche dans mes trois pharmacies depuis lundi, et quatre femmes enceintes à vacciner cette semaine. Vous aussi\u00a0?")));
            line(() -> world.reply(group(), person(Character.JULIE), landmark("vaccine").orElseThrow(),
                    "Pareil à Kerlan. Le grossiste n’annonce rien avant dix jours."));
            line(() -> say(Character.YANN,
                    "Bronchiolites\u00a0: le tri par téléphone renvoie des nourrissons de moins de trois mois vers la ville sans examen. J’en ai revu trois hier soir."));
            line(() -> mark("patient", say(Character.INES,
                    "Le télésecrétariat ne décroche plus\u00a0: Mme Kerivel, née le 12/03/1946, tél. 06 39 98 12 34, a rappelé pendant deux jours pour son pansement.")));
            line(() -> mark("workaround", say(Character.GAELLE,
                    "Pour l’amoxicilline pédiatrique qui manque : la pharmacie prépare des sachets à la dose à partir des gélules. Il suffit du poids et de la durée sur l’ordonnance.")));
            world.note("story.told", "yes");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void line(Runnable words) throws InterruptedException {
        // synchronised with again(): nobody may write into a group that was just left behind
        synchronized (this) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            words.run();
        }
        TimeUnit.MILLISECONDS.sleep(BETWEEN_LINES.toMillis());
    }

    private void awaitBot() throws InterruptedException {
        Group group = group();
        Person gaelle = person(Character.GAELLE);
        long end = System.nanoTime() + patience.toNanos();
        while (world.messages(group, gaelle).stream().noneMatch(SeenMessage::fromBot)) {
            long left = end - System.nanoTime();
            if (left <= 0 || !changes.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                return;
            }
            changes.drainPermits();
        }
    }

    private int say(Character who, String words) {
        return world.say(group(), person(who), words);
    }

    private void mark(String name, int messageId) {
        world.note("story." + name, String.valueOf(messageId));
    }

    private SeenMessage last(Character who) {
        long id = person(who).id();
        return world.messages(group(), person(who)).stream()
                .filter(message -> message.senderId() == id && message.service() == null)
                .reduce((a, b) -> b).orElseThrow();
    }
}
