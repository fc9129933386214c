package org.covigie.bot.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One person under two addresses: a number, and the platform's own id. */
@ParameterizedClass
@EnumSource(Database.class)
class AliasTest {
    private static final Words LEA = new Words("Léa");

    @Parameter
    Database database = Database.H2;

    @SuppressWarnings("NullAway.Init")
    private People people;
    @SuppressWarnings("NullAway.Init")
    private Address number;
    @SuppressWarnings("NullAway.Init")
    private Address id;

    @BeforeEach
    void twoAddresses() {
        House house = House.shared(database);
        people = house.get(People.class);
        number = TestChannel.chat("+33" + house.nextId());
        id = TestChannel.chat("FR." + house.nextId());
    }

    @Test
    void whoWasMetByNumberIsTheSamePersonWhenOnlyTheIdIsShown() {
        Person lea = arrives(number, id);

        assertThat(arrives(id, null).id()).isEqualTo(lea.id());
        assertThat(people.home(id, null)).isEqualTo(number);
        assertThat(arrives(number, null).id()).isEqualTo(lea.id());
    }

    @Test
    void whoWasMetByTheIdIsTheSamePersonWhenTheNumberComesToBeShown() {
        Person lea = arrives(id, null);

        assertThat(arrives(number, id).id()).isEqualTo(lea.id());
        assertThat(arrives(number, null).id()).isEqualTo(lea.id());
        assertThat(people.home(number, id)).isEqualTo(id);
    }

    @Test
    void aNumberThatWentToSomebodyElseTakesNobodysPlaceWithIt() {
        Person before = arrives(number, id);
        Address newId = TestChannel.chat("FR.new" + before.id());

        Person now = arrives(number, newId);

        assertThat(now.id()).isNotEqualTo(before.id());
        assertThat(people.byId(before.id()).orElseThrow().address()).isEqualTo(id);
        assertThat(arrives(number, null).id()).isEqualTo(now.id());
        assertThat(arrives(id, null).id()).isEqualTo(before.id());
    }

    @Test
    void theChosenNameIsShownInPlaceOfThePlatforms() {
        Person lea = arrives(number, null);
        people.calls(lea.id(), new Words("  Dr Léa Martin "));
        assertThat(arrives(number, null).name().text()).isEqualTo("Dr Léa Martin");

        people.calls(lea.id(), Words.NONE);
        assertThat(people.byId(lea.id()).orElseThrow().name()).isEqualTo(LEA);
    }

    @Test
    void whoIsErasedIsFoundUnderNeitherAddress() {
        Person lea = arrives(number, id);

        people.erase(lea.id());

        assertThat(people.find(number)).isEmpty();
        assertThat(people.find(id)).isEmpty();
    }

    /** As an adapter reads it and the gate meets whoever wrote. */
    private Person arrives(Address shown, @org.jspecify.annotations.Nullable Address also) {
        Address home = people.home(shown, also);
        people.acted(new org.covigie.bot.messaging.Sender(home, LEA, null, null, false, false,
                home.equals(shown) ? also : shown));
        return people.find(home).orElseThrow();
    }
}
