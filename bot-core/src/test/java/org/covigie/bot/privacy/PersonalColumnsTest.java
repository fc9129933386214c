package org.covigie.bot.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.covigie.bot.people.PersonalData;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.covigie.bot.testing.Tables;
import org.covigie.bot.testing.Tables.Column;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every column that leads to a person or holds what a person wrote has exactly one room that answers for it, or a reason here
 * why it needs none. A new table without an owner fails this test.
 */
class PersonalColumnsTest {
    /** Refers to a person by the house's number, whatever it is called: every number that is not known to be something else. */
    static final Pattern REFERS = Pattern
            .compile("(.*_)?(person|author|tagger|publisher|actor|subject|proposer|candidate|writer|voter|by)(_id)?");
    private static final Pattern OTHER_NUMBERS = Pattern
            .compile("id|version|parent|refused_tags|(.*_)?(group|poll|request|invitation|enrolment|relay)(_id)?");
    private static final Pattern TELLS = Pattern.compile(
            "(.*_)?(name|handle|address|print|phone|mail|email|rpps|text|note|words|label|body|motive|answer|message"
                    + "|profession|department)");

    /** Why a column needs no owner. */
    private static final Map<String, String> EXEMPT = Map.ofEntries(
            Map.entry("chat_group.chat", "a group's address, not a person's"),
            Map.entry("chat_group.chat_print", "keyed hash of a group's address"),
            Map.entry("choice.number", "the order of the messages with choices"),
            Map.entry("choice.message_print", "keyed hash of the platform's id of a message of ours, for a day"),
            Map.entry("chat_group.link", "the link into a companion group, sealed, about nobody"),
            Map.entry("companion_link.link_print", "keyed hash of a group's link, about nobody"),
            Map.entry("chat_group.takes_profession", "what a local group is for"),
            Map.entry("chat_group.takes_department", "what a local group is for"),
            Map.entry("branch_invitation.code_print", "keyed hash of a code, about nobody"),
            Map.entry("branch_invitation.takes_profession", "what a local group is for"),
            Map.entry("branch_invitation.takes_department", "what a local group is for"),
            Map.entry("invitation.code", "a group's code, sealed, about nobody"),
            Map.entry("invitation.code_print", "keyed hash of a group's code"),
            Map.entry("invitation.link", "a group's link, sealed, about nobody"),
            Map.entry("charter.text", "the rules of a group, about nobody"),
            Map.entry("api_token.digest", "hash of the operator's token"),
            Map.entry("data_key.fingerprint", "fingerprint of the installation's key"),
            Map.entry("inbox.body", "sealed, in transit: the row is deleted once handled"),
            Map.entry("outbox.address",
                    "sealed, in transit: null once the delivery is final or cancelled, after 48 h at the latest when it was sent"),
            Map.entry("outbox.body", "sealed, in transit: null once the delivery is final or cancelled"),
            Map.entry("outbox.message", "the platform's id of a delivery, sealed, deleted after 30 days"),
            Map.entry("outbox.message_print", "keyed hash of the platform's id of a delivery, deleted after 30 days"),
            Map.entry("outbox.joined", "number of another delivery"),
            Map.entry("receipt.message_print", "keyed hash of the platform's id of a delivery, deleted after 8 days"),
            Map.entry("choice.body", "commands and labels of the bot's last question, sealed, deleted after a day"),
            Map.entry("restraint.what_print", "keyed hash of what was said to whom, deleted after a day"),
            Map.entry("hosted_file.token_print", "keyed hash of a random token"),
            Map.entry("hosted_file.body", "sealed, in transit: deleted when its link ends"),
            Map.entry("hosted_file_piece.token_print", "keyed hash of a random token"),
            Map.entry("hosted_file_piece.body", "sealed, in transit: deleted when its link ends"),
            Map.entry("synthesis_group.pinned", "the platform's id of an announcement of ours in a group, sealed"),
            Map.entry("dismissed_token.print", "keyed hash of words a group declared to be no patient's"),
            Map.entry("mail_subscription.name", "name of a professional body on the operator's list"),
            Map.entry("lease.name", "name of a job"),
            Map.entry("scheduled_tasks.task_name", "name of a job"),
            Map.entry("scheduled_tasks.task_data", "what a job needs: ids, nobody's words"));

    @ParameterizedTest
    @EnumSource(Database.class)
    void everyPersonalColumnHasOneOwner(Database database) {
        House house = House.shared(database);
        Map<String, Long> owners = owned(house).stream()
                .collect(Collectors.groupingBy(column -> column, Collectors.counting()));

        for (Column column : new Tables(house).columns()) {
            long owned = owners.getOrDefault(column.path(), 0L);
            if (personal(column) && !EXEMPT.containsKey(column.path())) {
                assertThat(owned).as("rooms that keep %s (PersonalData.keeps)", column.path()).isEqualTo(1);
            } else {
                assertThat(owned).as("rooms that keep %s", column.path()).isLessThanOrEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void noRoomAndNoExceptionNamesAColumnThatIsNotThere(Database database) {
        House house = House.shared(database);
        Set<String> columns = new Tables(house).columns().stream().map(Column::path).collect(Collectors.toSet());

        assertThat(columns).containsAll(owned(house)).containsAll(EXEMPT.keySet());
        assertThat(owned(house)).doesNotContainAnyElementsOf(EXEMPT.keySet());
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void theTestKnowsAPersonWhenItSeesOne(Database database) {
        Set<String> personal = new Tables(House.shared(database)).columns().stream()
                .filter(PersonalColumnsTest::personal)
                .map(Column::path).collect(Collectors.toCollection(TreeSet::new));

        assertThat(personal).contains("member.person_id", "signal.author_id", "journal.subject_id", "person.name",
                "person.address", "person.handle_print", "signal.source_message", "person.current_group",
                "draft_seen.person_id").doesNotContain("member.id", "member.number", "signal.group_id");
    }

    static boolean personal(Column column) {
        boolean number = column.type().equals("bigint")
                && (!OTHER_NUMBERS.matcher(column.name()).matches() || column.table().equals("person"))
                && !column.name().equals("id");
        return number && !framework(column) || column.bytes() || REFERS.matcher(column.name()).matches()
                && !column.type().startsWith("char") || TELLS.matcher(column.name()).matches();
    }

    /** Versions, counters and times of the scheduler and of the tables that only count. */
    private static boolean framework(Column column) {
        return Set.of("scheduled_tasks", "cache_epoch").contains(column.table());
    }

    static List<String> owned(House house) {
        return house.all(PersonalData.class).stream().flatMap(room -> room.keeps().stream()).toList();
    }
}
