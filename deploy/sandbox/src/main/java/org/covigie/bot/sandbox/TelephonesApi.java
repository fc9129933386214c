package org.covigie.bot.sandbox;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.covigie.bot.sandbox.twilio.Faults;
import org.covigie.bot.sandbox.twilio.Person;
import org.covigie.bot.sandbox.twilio.TwilioStandIn;
import org.covigie.bot.sandbox.twilio.World;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the page of the telephones asks and does; deeds as JSON only, as {@link SandboxApi}. */
@OnlyWithTelephones
@RestController
@RequestMapping("/sandbox/api/telephones")
class TelephonesApi {

    private static final int LONGEST_TEXT = 1600;
    private static final int MOST_BYTES = 5 << 20;
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg");

    private final World world;
    private final TwilioStandIn standIn;
    private final Telephones telephones;
    private final TelephoneGuide guide;

    TelephonesApi(TwilioStandIn standIn, Telephones telephones, TelephoneGuide guide) {
        this.world = standIn.world();
        this.standIn = standIn;
        this.telephones = telephones;
        this.guide = guide;
    }

    /**
     * Something somebody does; what a deed does not need stays empty.
     *
     * @param sid  the message replied to or tapped
     * @param data a button's id, a link, a fault's name, or a picture in Base64
     */
    record Act(@Nullable String as, @Nullable String text, @Nullable String sid, @Nullable String data,
            @Nullable String type, @Nullable Boolean on, @Nullable Double share) {}

    @GetMapping("/state")
    TelephoneSnapshot state() {
        return TelephoneSnapshot.of(world, telephones, guide, standIn.from().replace("whatsapp:", ""));
    }

    /** Pictures as pictures; anything else is only saved, since it would be somebody else's content under our address. */
    @GetMapping("/media/{id}")
    ResponseEntity<byte[]> media(@PathVariable String id) {
        String type = world.mediaType(id).orElse("");
        return world.media(id).map(bytes -> {
            var answer = ResponseEntity.ok().header("X-Content-Type-Options", "nosniff");
            if (!PICTURES.contains(type)) {
                answer.header("Content-Disposition", "attachment");
            }
            return answer.header("Content-Type", PICTURES.contains(type) ? type : "application/octet-stream")
                    .body(bytes);
        }).orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping(path = "/write", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void write(@RequestBody Act act) {
        if (act.sid() == null) {
            person(act).writes(words(act));
        } else {
            person(act).replies(act.sid(), words(act));
        }
    }

    @PostMapping(path = "/forward", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forward(@RequestBody Act act) {
        person(act).forwards(words(act));
    }

    @PostMapping(path = "/tap", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tap(@RequestBody Act act) {
        person(act).taps(given(act.sid()), given(act.data()));
    }

    @PostMapping(path = "/picture", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void picture(@RequestBody Act act) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(given(act.data()));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (bytes.length == 0 || bytes.length > MOST_BYTES || !PICTURES.contains(given(act.type()))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (act.sid() == null) {
            person(act).sends(bytes, given(act.type()), act.text());
        } else {
            person(act).replies(act.sid(), bytes, given(act.type()), act.text());
        }
    }

    @PostMapping(path = "/block", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(@RequestBody Act act) {
        if (Boolean.TRUE.equals(act.on())) {
            person(act).blocks();
        } else {
            person(act).unblocks();
        }
    }

    /** A day passes for everybody: the bot may write freely to nobody. */
    @PostMapping(path = "/silence", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void silence() {
        world.people().forEach(Person::fallsSilent);
    }

    @PostMapping(path = "/group", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void group(@RequestBody Act act) {
        world.group().says(person(act), words(act));
    }

    @PostMapping(path = "/join", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void join(@RequestBody Act act) {
        if (!Telephones.LINK.equals(act.data())) {
            throw new IllegalStateException("This invitation leads nowhere");
        }
        world.group().joins(person(act));
    }

    @PostMapping(path = "/faults", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void faults(@RequestBody Act act) {
        try {
            world.faults().share(Faults.Kind.valueOf(given(act.data()).toUpperCase(Locale.ROOT)),
                    act.share() == null ? 0 : act.share());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping(path = "/reset", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset() {
        telephones.again();
    }

    /** What the app would not let a person do. */
    @ExceptionHandler(IllegalStateException.class)
    ProblemDetail impossible(IllegalStateException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }

    private Person person(Act act) {
        return telephones.person(Owner.of(act.as() == null ? "" : act.as())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static String given(@Nullable String value) {
        if (value == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return value;
    }

    private static String words(Act act) {
        String words = act.text() == null ? "" : act.text().strip();
        if (words.isEmpty() || words.length() > LONGEST_TEXT) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return words;
    }
}
