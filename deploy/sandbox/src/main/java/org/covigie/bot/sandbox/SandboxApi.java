package org.covigie.bot.sandbox;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.covigie.bot.sandbox.telegram.Group;
import org.covigie.bot.sandbox.telegram.Person;
import org.covigie.bot.sandbox.telegram.Upload;
import org.covigie.bot.sandbox.telegram.World;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
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
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * What the page asks and does. Deeds are taken as JSON only: another site's form cannot send that, and its script would have to ask
 * first.
 */
@OnlyInSandbox
@RestController
@RequestMapping("/sandbox/api")
class SandboxApi {

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

    /** A group that is gone is the story's own. */
    @GetMapping("/state")
    Snapshot state(@RequestParam(defaultValue = "julie") String as,
            @RequestParam(required = false) @Nullable Long group) {
        Group shown = story.groups().stream().filter(one -> group != null && one.id() == group).findFirst()
                .orElseGet(story::group);
        return Snapshot.of(world, story, guide, Deed.character(as), shown);
    }

    @GetMapping(path = "/events", produces = TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        return live.open();
    }

    /** Pictures the bot sent; everything else would be somebody else's content under our address, so it is only saved. */
    @GetMapping("/files/{id}")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        Optional<Upload> file = world.file(id);
        return file.map(SandboxApi::served).orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> served(Upload file) {
        byte[] bytes = file.bytes();
        boolean png = bytes.length > 8 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
        var answer = ResponseEntity.ok().header("X-Content-Type-Options", "nosniff");
        if (!png) {
            answer.header("Content-Disposition",
                    ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString());
        }
        return answer.header("Content-Type", png ? "image/png" : "application/octet-stream").body(bytes);
    }

    @PostMapping(path = "/say", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(@RequestBody Deed deed) {
        Character who = deed.character();
        String text = deed.words();
        Person person = story.person(who);
        if (deed.privately()) {
            if (deed.replyTo() == null) {
                world.writePrivately(person, text);
            } else {
                world.replyPrivately(person, deed.replyTo(), text);
            }
            guide.asked(who, text);
        } else {
            if (deed.replyTo() == null) {
                world.say(story.group(deed.group()), person, text);
            } else {
                world.reply(story.group(deed.group()), person, deed.replyTo(), text);
            }
            if (story.own(deed.group())) {
                guide.said(who, deed.replyTo(), text);
            }
        }
    }

    @PostMapping(path = "/edit", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void edit(@RequestBody Deed deed) {
        Person person = story.person(deed.character());
        if (deed.privately()) {
            world.editPrivately(person, deed.message(), deed.words());
        } else {
            world.edit(story.group(deed.group()), person, deed.message(), deed.words());
        }
    }

    @PostMapping(path = "/react", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void react(@RequestBody Deed deed) {
        Character who = deed.character();
        if (deed.privately()) {
            world.reactPrivately(story.person(who), deed.message(), deed.emoji());
        } else {
            world.react(story.group(deed.group()), story.person(who), deed.message(), deed.emoji());
            if (story.own(deed.group())) {
                guide.reacted(who, deed.message(), deed.emoji());
            }
        }
    }

    @PostMapping(path = "/press", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void press(@RequestBody Deed deed) {
        Character who = deed.character();
        Person person = story.person(who);
        String data = deed.data() == null ? "" : deed.data();
        if (deed.privately()) {
            world.pressPrivately(person, deed.message(), data);
        } else if (deed.ephemeralId() != null && deed.ephemeralId() != 0) {
            world.pressEphemeral(story.group(deed.group()), person, deed.ephemeralId(), data);
        } else {
            world.press(story.group(deed.group()), person, deed.message(), data);
        }
        guide.asked(who, data + " " + (deed.text() == null ? "" : deed.text()));
    }

    @PostMapping(path = "/vote", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void vote(@RequestBody Deed deed) {
        world.vote(story.group(deed.group()), story.person(deed.character()), deed.message(), deed.choices());
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
}
