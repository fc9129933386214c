package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.testing.Chat;
import org.junit.jupiter.api.Test;

class BranchesTest extends Conversation {
    private static final Pattern CODE = Pattern.compile("/antenne ([0-9A-Z]{8})");

    @Test
    void aGroupTheAnimatorAnimatesTooIsLinkedByItsTitle() {
        Chat south = house.group("Nantes Sud " + house.nextId() + " Été", claire);

        claire.replies(group, null, "/antenne " + south.title().toUpperCase(java.util.Locale.ROOT).replace('É', 'E'));

        assertThat(claire.heard()).contains("« " + south.title() + " » est maintenant une antenne");
        assertThat(of(south).parent()).isEqualTo(house.id(group));
        assertThat(journal(group)).startsWith("branch-linked");
        assertThat(journal(south)).startsWith("branch-linked");
        julie.replies(group, null, "/groupe");
        assertThat(julie.heard()).contains("« " + group.title() + " », groupe principal : 2 sur 60")
                .contains("« " + south.title() + " » : 1 sur 60");
    }

    @Test
    void anAntennaOfAnAntennaBelongsToTheSameFamily() {
        Chat south = house.group("Sud " + house.nextId(), claire);
        Chat north = house.group("Nord " + house.nextId(), claire);
        claire.replies(group, null, "/antenne " + south.title());

        claire.replies(south, null, "/branch " + north.title());

        assertThat(of(north).parent()).isEqualTo(house.id(group));
        assertThat(house.get(Groups.class).family(house.id(north))).hasSize(3).first().extracting(Group::id)
                .isEqualTo(house.id(group));
    }

    @Test
    void onlyTheParentsAnimatorLinksOrInvitesFurtherAntennas() {
        claire.replies(group, null, "/antenne Nantes Sud");
        Chat south = house.group("Nantes Sud " + house.nextId(), julie);
        julie.says(south, "/start " + code());
        Chat north = house.group("Nord " + house.nextId(), julie);

        julie.replies(south, null, "/antenne " + north.title());
        assertThat(julie.heard()).isEqualTo("Seul l’animateur de « " + group.title()
                + " » peut y rattacher un groupe local.");
        julie.replies(south, null, "/antenne Nantes Ouest");
        assertThat(julie.heard()).startsWith("Seul l’animateur de");

        assertThat(of(north).parent()).isNull();
        assertThat(journal(south)).doesNotContain("branch-invited");
    }

    @Test
    void aCodeBringsNobodyIntoAFamilyWhoseAnimatorDidNotGiveIt() {
        Chat south = house.group("Sud " + house.nextId(), claire);
        claire.replies(south, null, "/antenne Nantes");
        String code = code();
        claire.replies(group, null, "/antenne " + south.title());
        Chat other = house.group("Nantes " + house.nextId(), julie);

        julie.replies(other, null, "/antenne " + code);

        assertThat(julie.heard()).contains("La famille de groupes vient de changer");
        assertThat(of(other).parent()).isNull();
    }

    @Test
    void aNewGroupIsLinkedByTheLinksCodeWhichWorksOnce() {
        claire.replies(group, null, "/antenne Nantes Sud 44");
        assertThat(claire.heard()).contains("« Nantes Sud »").contains("département 44").contains("sert une fois");
        String code = code();

        Chat south = house.group("Nantes Sud " + house.nextId(), julie);
        julie.says(south, "/start " + code);

        assertThat(of(south).parent()).isEqualTo(house.id(group));
        assertThat(of(south).takesDepartment()).isEqualTo("44");
        assertThat(julie.heard()).contains("est maintenant une antenne");
        assertThat(claire.heard()).contains("est maintenant une antenne");

        Chat other = house.group("Autre " + house.nextId(), julie);
        julie.says(other, "/antenne " + code);
        assertThat(julie.heard()).contains("Ce code n’est pas valable");
        assertThat(of(other).parent()).isNull();
    }

    @Test
    void theCodeIsKeptNowhereAndEndsAfterTwoWeeks() {
        claire.writes("/antenne Infirmiers infirmier");
        String code = code();
        assertThat(claire.heard()).contains("infirmier(ère)");
        assertThat(house.get(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select code_print from branch_invitation").query(String.class).list())
                .isNotEmpty().noneMatch(print -> print.contains(code) || print.length() != 32);
        Chat late = house.group("Tard " + house.nextId(), julie);

        house.clock().advance(Duration.ofDays(14).plusSeconds(1));
        julie.replies(late, null, "/antenne " + code);

        assertThat(julie.heard()).contains("Ce code n’est pas valable");
        assertThat(of(late).parent()).isNull();
    }

    @Test
    void theCodeIsReadInAnyCase() {
        claire.writes("/antenne Pharmaciens pharmacien 2A");
        String code = code();
        Chat corsica = house.group("Corse " + house.nextId(), julie);

        julie.replies(corsica, null, "/antenne " + code.toLowerCase(java.util.Locale.ROOT));

        assertThat(of(corsica).parent()).isEqualTo(house.id(group));
        assertThat(of(corsica).takesProfession()).isEqualTo("PHARMACIST");
        assertThat(of(corsica).takesDepartment()).isEqualTo("2A");
    }

    @Test
    void onlyTheNewGroupsAnimatorBringsTheCode() {
        claire.writes("/antenne Nantes");
        String code = code();
        Chat south = house.group("Nantes " + house.nextId(), julie);

        marc.says(south, "/start " + code);

        assertThat(marc.heard()).contains("réservée à l’animateur");
        assertThat(of(south).parent()).isNull();
    }

    @Test
    void startWithoutACodeStaysTheHelp() {
        marc.says(group, "/start");

        assertThat(marc.heard()).contains("Ce que vous pouvez faire ici");
    }

    @Test
    void whatCannotBeLinkedGetsOneSentence() {
        Chat south = house.group("Sud " + house.nextId(), claire);
        Chat other = house.group("Autre " + house.nextId(), claire);
        claire.replies(group, null, "/antenne " + group.title());
        assertThat(claire.heard()).contains("sa propre antenne");
        claire.replies(group, null, "/antenne " + south.title());
        claire.replies(group, null, "/antenne " + south.title());
        assertThat(claire.heard()).contains("déjà rattachée");
        claire.replies(south, null, "/antenne " + group.title());
        assertThat(claire.heard()).contains("groupe principal de cette famille");
        claire.replies(other, null, "/antenne " + south.title());
        assertThat(claire.heard()).contains("déjà l’antenne d’un autre groupe");
        claire.replies(other, null, "/antenne " + group.title());
        assertThat(claire.heard()).contains("a lui-même des antennes");

        assertThat(of(group).parent()).isNull();
        assertThat(of(other).parent()).isNull();
        julie.replies(group, null, "/antenne Nantes");
        assertThat(julie.heard()).contains("réservée à l’animateur");
    }

    @Test
    void twoGroupsThatLinkEachOtherAtOnceMakeNoCircle() {
        Chat one = house.group("Une " + house.nextId(), claire);
        Chat two = house.group("Deux " + house.nextId(), claire);

        house.arriveTogether(claire.saying(one, null, "/antenne " + two.title()),
                claire.saying(two, null, "/antenne " + one.title()));

        assertThat(List.of(of(one), of(two))).filteredOn(g -> g.parent() != null).hasSize(1);
    }

    @Test
    void theParentOrTheAntennaItselfUnlinks() {
        Chat south = house.group("Sud " + house.nextId(), claire);
        Chat north = house.group("Nord " + house.nextId(), claire);
        claire.replies(group, null, "/antenne " + south.title());
        claire.replies(group, null, "/antenne " + north.title());

        claire.replies(south, null, "/antenne - " + north.title());
        assertThat(claire.heard()).contains("se détache depuis « " + group.title());
        claire.replies(group, null, "/antenne - Inconnue");
        assertThat(claire.heard()).contains("Je ne trouve pas");

        claire.replies(group, null, "/antenne - " + north.title());
        assertThat(of(north).parent()).isNull();
        claire.replies(south, null, "/antenne -");
        assertThat(of(south).parent()).isNull();
        assertThat(journal(group)).startsWith("branch-unlinked", "branch-unlinked");
    }

    @Test
    void aloneItShowsTheFamily() {
        claire.writes("/antenne");
        assertThat(claire.heard()).contains("Ce groupe n’a pas d’antenne");
        Chat nurses = house.group("Infirmiers " + house.nextId(), claire);

        claire.replies(group, null, "/antenne " + nurses.title() + " sage femme 35");
        claire.replies(group, null, "/antenne");

        assertThat(claire.heard()).contains("« " + nurses.title() + " » : 1 sur 60 · sage-femme, département 35");
    }

    private String code() {
        Matcher matcher = CODE.matcher(claire.heard());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Group of(Chat chat) {
        return house.get(Groups.class).find(house.id(chat)).orElseThrow();
    }

    private List<String> journal(Chat chat) {
        return house.get(Journal.class).latest(house.id(chat), 50, 0).stream().map(Journal.Entry::what).toList();
    }
}
