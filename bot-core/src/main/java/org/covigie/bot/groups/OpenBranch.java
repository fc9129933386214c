package org.covigie.bot.groups;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.messaging.Channels;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * {@code /antenne}: opens or links a local group by its title, links the group it stands in by a code, unlinks with a minus
 * sign, and shows the family when used alone.
 */
@Component
class OpenBranch implements Command {
    private final Groups groups;
    private final Branches branches;
    private final Family family;
    private final Journal journal;
    private final Channels channels;

    OpenBranch(Groups groups, Branches branches, Family family, Journal journal, Channels channels) {
        this.groups = groups;
        this.branches = branches;
        this.family = family;
        this.journal = journal;
        this.channels = channels;
    }

    @Override
    public String key() {
        return "branch";
    }

    @Override
    public List<String> words() {
        return List.of("antenne", "branch");
    }

    @Override
    public Role needs() {
        return Role.ANIMATOR;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        String typed = ask.args().strip();
        if (typed.isEmpty()) {
            return Answer.privately(family.of(ask.group().id()).or(() -> Optional.of(Line.of("groups.branch.none")))
                    .orElseThrow().then("groups.branch.how"));
        }
        if (typed.startsWith("-")) {
            return unlink(ask, typed.substring(1).strip());
        }
        Optional<Branches.Invitation> invitation = Code.read(typed).flatMap(branches::invitation);
        if (invitation.isPresent()) {
            return join(ask, invitation.get());
        }
        // codes are handed out in capitals; a name such as « Grenoble » could be one only by accident
        if (typed.matches("(?=.*\\d)[0-9A-Z]{8}")) {
            return Answer.privately("groups.branch.code-unknown");
        }
        return open(ask, BranchName.read(typed));
    }

    private Answer open(Ask ask, BranchName name) {
        long root = branches.root(ask.group().id());
        if (groups.animator(root).filter(m -> m.person() == ask.who().id()).isEmpty()) {
            return Answer.privately("groups.branch.not-animated", title(root));
        }
        List<GroupRow> whole = branches.animatedBy(ask.who().id(), name.whole());
        List<GroupRow> mine = whole.isEmpty() ? branches.animatedBy(ask.who().id(), name.title()) : whole;
        if (mine.size() > 1) {
            return Answer.privately("groups.branch.several", name.title());
        }
        if (mine.size() == 1) {
            boolean said = whole.isEmpty();
            return linked(ask, root, mine.getFirst().id, said ? name.profession() : null,
                    said ? name.department() : null, null);
        }
        Branches.Handed handed = branches.invite(root, name);
        journal.note(ask.group().id(), "branch-invited", ask.who().id(), null, "");
        String link = channels.of(ask.group().chat()).groupLink(handed.code());
        Line how = link == null
                ? Line.of("groups.branch.create", name.title(), handed.code(), handed.expires())
                : Line.of("groups.branch.create-by-link", name.title(), handed.code(), handed.expires())
                        .choices(Line.Choice.link("groups.branch.button", link));
        return Answer.privately(name.forSome() ? how.then(family.whom(name.profession(), name.department())) : how);
    }

    private Answer join(Ask ask, Branches.Invitation invitation) {
        return linked(ask, invitation.group(), ask.group().id(), invitation.profession(),
                invitation.department(), invitation);
    }

    private Answer linked(Ask ask, long root, long child, @Nullable String profession, @Nullable String department,
            Branches.@Nullable Invitation by) {
        Optional<Line> refusal = branches.link(root, child, profession, department);
        if (refusal.isPresent()) {
            // the code stays good for the group it was meant for
            return Answer.privately(refusal.get());
        }
        if (by != null && !branches.use(by)) {
            throw new ConcurrencyFailureException("a branch's code was used twice at once");
        }
        journal.note(root, "branch-linked", ask.who().id(), null, String.valueOf(child));
        journal.note(child, "branch-linked", ask.who().id(), null, String.valueOf(root));
        Line done = Line.of("groups.branch.linked", title(child), title(root));
        Answer answer = Answer.privately(done);
        return groups.animator(root).map(Member::person).filter(person -> person != ask.who().id())
                .map(person -> answer.and(Answer.toPerson(person, "branch", done))).orElse(answer);
    }

    private Answer unlink(Ask ask, String name) {
        long here = ask.group().id();
        long root = branches.root(here);
        boolean parent = root == here;
        List<Group> named = groups.family(here).stream().filter(g -> g.id() != root)
                .filter(g -> name.isEmpty() ? g.id() == here : BranchName.same(g.title(), name)).toList();
        if (named.size() != 1) {
            return Answer.privately("groups.branch.which");
        }
        Group branch = named.getFirst();
        if (!parent && branch.id() != here) {
            return Answer.privately("groups.branch.not-yours", title(root));
        }
        branches.unlink(branch.id());
        journal.note(root, "branch-unlinked", ask.who().id(), null, String.valueOf(branch.id()));
        journal.note(branch.id(), "branch-unlinked", ask.who().id(), null, String.valueOf(root));
        return Answer.privately("groups.branch.unlinked", branch.title(), title(root));
    }

    private String title(long group) {
        return groups.find(group).map(Group::title).orElse("?");
    }
}
