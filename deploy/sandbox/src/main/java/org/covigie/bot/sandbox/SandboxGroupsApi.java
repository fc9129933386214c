package org.covigie.bot.sandbox;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import org.covigie.bot.sandbox.telegram.Group;
import org.covigie.bot.sandbox.telegram.Links;
import org.covigie.bot.sandbox.telegram.Person;
import org.covigie.bot.sandbox.telegram.World;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Groups that come to be, people who come and go, links that are opened; JSON only, as {@link SandboxApi}. */
@OnlyInSandbox
@RestController
@RequestMapping(path = "/sandbox/api", consumes = APPLICATION_JSON_VALUE)
class SandboxGroupsApi {

    private final World world;
    private final Story story;
    private final Guide guide;

    SandboxGroupsApi(World world, Story story, Guide guide) {
        this.world = world;
        this.story = story;
        this.guide = guide;
    }

    /**
     * What came of opening a link.
     *
     * @param what  "joined", "requested", "private" or "group"
     * @param group the new group
     */
    record Opened(String what, @Nullable Long group) {}

    @PostMapping("/groups")
    Opened found(@RequestBody Deed deed) {
        Group group = story.found(deed.character(), deed.words());
        world.addBot(group, story.person(deed.character()), true);
        return new Opened("group", group.id());
    }

    /** A link that asks for a group makes a new one, titled by {@code text}. */
    @PostMapping("/open")
    Opened open(@RequestBody Deed deed) {
        Person person = story.person(deed.character());
        String link = deed.data() == null ? "" : deed.data();
        if (Links.wantsGroup(link)) {
            Group group = story.found(deed.character(), deed.words());
            world.links().addBot(group, person, link);
            return new Opened("group", group.id());
        }
        Opened opened = switch (world.links().follow(person, link)) {
            case JOINED -> new Opened("joined", null);
            case REQUESTED -> new Opened("requested", null);
            case PRIVATE -> new Opened("private", null);
        };
        guide.opened(deed.character(), opened.what());
        return opened;
    }

    @PostMapping("/add")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestBody Deed deed) {
        world.addMember(story.group(deed.group()), story.person(deed.character()), story.person(deed.other()));
    }

    @PostMapping("/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@RequestBody Deed deed) {
        world.leave(story.group(deed.group()), story.person(deed.character()));
    }

    @PostMapping("/card")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void card(@RequestBody Deed deed) {
        Person person = story.person(deed.character());
        Person whose = story.person(deed.other());
        if (deed.privately()) {
            world.cardPrivately(person, whose, deed.other().phone());
        } else {
            world.write(story.group(deed.group()), person).card(whose, deed.other().phone()).send();
        }
    }

    /** What the app would not let a person do. */
    @ExceptionHandler(IllegalStateException.class)
    ProblemDetail impossible(IllegalStateException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }
}
