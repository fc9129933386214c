package org.covigie.bot.sandbox;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;

import java.util.Optional;
import org.covigie.bot.sandbox.telegram.Group;
import org.covigie.bot.sandbox.telegram.Person;
import org.covigie.bot.sandbox.telegram.Upload;
import org.covigie.bot.sandbox.telegram.World;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * What the page asks and does. Deeds are taken as JSON only: another site's form cannot send that, and its script would have to ask
 * first.
 */
@OnlyInSandbox
@RestController
@RequestMapping("/sandbox/api")
class SandboxApi {

    private static final int LONGEST_TEXT = 4096;

    private final World world;
    private final Story story;
    private final Guide guide;
    private final LiveUpdates live;

    SandboxApi(World world, Story story, Guide guide, LiveUpdates live) {
        this.world = world;
        this.story = story;
        this.guide = guide;
        this.live = live;
    }

    /** Something a character does: {@code chat} is "group" or "private"; what a deed does not need stays empty. */
    record Deed(@Nullable String as, @Nullable String chat, @Nullable String text, @Nullable Integer messageId,
            @Nullable Integer ephemeralId, @Nullable Integer replyTo, @Nullable String emoji, @Nullable String data,
            @Nullable Integer option) {}

    @GetMapping("/state")
    Snapshot state(@RequestParam(defaultValue = "julie") String as) {
        return Snapshot.of(world, story, guide, character(as));
    }

    @GetMapping(path = "/events", produces = TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        return live.open();
    }

    /** Pictures the bot sent; everything else would be somebody else's content under our address. */
    @GetMapping("/files/{id}")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        Optional<Upload> file = world.file(id);
        return file
                .filter(one -> one.bytes().length > 8
                        && (one.bytes()[1] == 'P' && one.bytes()[2] == 'N' && one.bytes()[3] == 'G'))
                .map(one -> ResponseEntity.ok().header("Content-Type", "image/png")
                        .header("X-Content-Type-Options", "nosniff").body(one.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping(path = "/say", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(@RequestBody Deed deed) {
        Character who = character(deed.as());
        String text = text(deed);
        Person person = story.person(who);
        if (privately(deed)) {
            if (deed.replyTo() == null) {
                world.writePrivately(person, text);
            } else {
                world.replyPrivately(person, deed.replyTo(), text);
            }
            guide.asked(who, text);
        } else {
            if (deed.replyTo() == null) {
                world.say(group(), person, text);
            } else {
                world.reply(group(), person, deed.replyTo(), text);
            }
            guide.said(who, deed.replyTo(), text);
        }
    }

    @PostMapping(path = "/edit", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void edit(@RequestBody Deed deed) {
        Person person = story.person(character(deed.as()));
        if (privately(deed)) {
            world.editPrivately(person, number(deed.messageId()), text(deed));
        } else {
            world.edit(group(), person, number(deed.messageId()), text(deed));
        }
    }

    @PostMapping(path = "/react", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void react(@RequestBody Deed deed) {
        Character who = character(deed.as());
        if (privately(deed)) {
            world.reactPrivately(story.person(who), number(deed.messageId()), deed.emoji());
        } else {
            world.react(group(), story.person(who), number(deed.messageId()), deed.emoji());
            guide.reacted(who, number(deed.messageId()), deed.emoji());
        }
    }

    @PostMapping(path = "/press", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void press(@RequestBody Deed deed) {
        Character who = character(deed.as());
        Person person = story.person(who);
        String data = deed.data() == null ? "" : deed.data();
        if (privately(deed)) {
            world.pressPrivately(person, number(deed.messageId()), data);
        } else if (deed.ephemeralId() != null && deed.ephemeralId() != 0) {
            world.pressEphemeral(group(), person, deed.ephemeralId(), data);
        } else {
            world.press(group(), person, number(deed.messageId()), data);
        }
        guide.asked(who, data + " " + (deed.text() == null ? "" : deed.text()));
    }

    @PostMapping(path = "/vote", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void vote(@RequestBody Deed deed) {
        world.vote(group(), story.person(character(deed.as())), number(deed.messageId()), number(deed.option()));
    }

    @PostMapping(path = "/reset", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset() {
        story.again();
    }

    /** What the app would not let a person do. */
    @ExceptionHandler(IllegalStateException.class)
    ProblemDetail impossible(IllegalStateException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }

    private Group group() {
        return story.group();
    }

    private static boolean privately(Deed deed) {
        return "private".equals(deed.chat());
    }

    private static Character character(@Nullable String key) {
        return Character.of(key == null ? "" : key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static int number(@Nullable Integer value) {
        if (value == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return value;
    }

    private static String text(Deed deed) {
        String text = deed.text() == null ? "" : deed.text().strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return text;
    }
}
