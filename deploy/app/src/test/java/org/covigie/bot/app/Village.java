package org.covigie.bot.app;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.covigie.bot.sandbox.telegram.Group;
import org.covigie.bot.sandbox.telegram.Person;
import org.covigie.bot.sandbox.telegram.SeenMessage;
import org.covigie.bot.sandbox.telegram.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A group of invented clinicians on one installation: Claire created it, Julie will tag, Marc and Léa write. */
final class Village {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Installation house;
    final World world;
    final String title;
    final Villager claire;
    final Villager julie;
    final Villager marc;
    final Villager lea;
    Group group;

    private Village(Installation house, boolean basic) {
        int number = NUMBER.incrementAndGet();
        this.house = house;
        world = house.world();
        title = "Soignants de Kerbrug " + number;
        claire = villager("Claire", "Quemeneur", "cquemeneur" + number);
        julie = villager("Julie", "Lagathu", "jlagathu" + number);
        marc = villager("Marc", "Brezellec", "mbrezellec" + number);
        lea = villager("Léa", "Kervarec", null);
        Person[] others = {julie.person(), marc.person(), lea.person()};
        group = basic
                ? world.newBasicGroup(title, claire.person(), others)
                : world.newGroup(title, claire.person(), others);
    }

    /** Nobody has met the bot yet. */
    static Village without(Installation house) {
        return new Village(house, false);
    }

    /** The creator has made the bot administrator and has opened the private chat. */
    static Village with(Installation house) {
        return new Village(house, false).welcomesTheBot();
    }

    /** The same in a group that may yet become a supergroup. */
    static Village small(Installation house) {
        return new Village(house, true).welcomesTheBot();
    }

    /** … and Julie, who has opened the private chat too, is correspondent. */
    static Village working(Installation house) {
        return with(house).naming();
    }

    Village naming() {
        julie.writes("/start");
        claire.replies(julie.says("Bonjour, Julie, pharmacienne à Kerbrug"), "/correspondant");
        julie.hears("Vous êtes correspondant(e)");
        return this;
    }

    private Village welcomesTheBot() {
        claire.writes("/start");
        house.settles();
        world.addBot(group, claire.person(), true);
        claire.hears("Vous animez");
        return this;
    }

    private Villager villager(String first, String last, @Nullable String handle) {
        return new Villager(this, world.newPerson(first, last, handle, "fr"));
    }

    /** What the bot has said to everybody in the group. */
    List<String> spoken() {
        return world.messages(group, lea.person()).stream().filter(m -> m.fromBot() && !m.ephemeral())
                .map(SeenMessage::text)
                .toList();
    }

    /** The group as the operator sees it. */
    JsonNode asOperator() {
        for (JsonNode one : house.api("/groups?size=200").path("items")) {
            if (one.path("name").asString().equals(title)) {
                return one;
            }
        }
        throw new AssertionError("the group is not registered");
    }

    /** The group's signals as the operator sees them, newest first. */
    List<JsonNode> signals() {
        return house.api("/signals?size=200&group=" + asOperator().path("id").asLong()).path("items").valueStream()
                .toList();
    }

    JsonNode signal(int number) {
        return signals().stream().filter(s -> s.path("number").asInt() == number).findFirst()
                .orElseThrow(() -> new AssertionError("there is no signal " + number));
    }

    JsonNode awaitSignal(int number, String status) {
        return eventually(() -> signals().stream().filter(s -> s.path("number").asInt() == number)
                .filter(s -> s.path("status").asString().equals(status)).findFirst().orElse(null));
    }

    void awaitReaction(int message, @Nullable String emoji) {
        await("reaction " + emoji).atMost(Installation.PATIENCE).pollInterval(Duration.ofMillis(20))
                .until(() -> java.util.Objects.equals(world.botReaction(group, message), emoji));
    }

    static <T> T eventually(Supplier<@Nullable T> look) {
        return await().atMost(Installation.PATIENCE).pollInterval(Duration.ofMillis(20)).until(look::get,
                found -> found != null);
    }
}
