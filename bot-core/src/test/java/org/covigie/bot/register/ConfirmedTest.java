package org.covigie.bot.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.covigie.bot.register.Confirmed.Cell;
import org.covigie.bot.register.Confirmed.Voice;
import org.junit.jupiter.api.Test;

class ConfirmedTest {
    @Test
    void belowThreeNothingIsTold() {
        assertThat(Confirmed.of(voices(2, "NURSE", "29"))).isEqualTo(Confirmed.NONE);
        assertThat(Confirmed.of(voices(3, "NURSE", "29")))
                .isEqualTo(new Confirmed(3, List.of(new Cell("NURSE", 3)), List.of(new Cell("29", 3))));
    }

    @Test
    void aRestOfOneOrTwoTakesTheSmallestKindWithIt() {
        List<Voice> voices = Stream
                .of(voices(5, "NURSE", "29"), voices(3, "PHYSICIAN", "29"), voices(1, "MIDWIFE", "29"))
                .flatMap(List::stream).toList();

        assertThat(Confirmed.of(voices)).isEqualTo(new Confirmed(9, List.of(new Cell("NURSE", 5)),
                List.of(new Cell("29", 9))));
    }

    @Test
    void whoIsOfNoKnownKindCountsAmongTheRest() {
        List<Voice> voices = Stream.of(voices(4, "NURSE", null), Collections.nCopies(3, new Voice(null, null)))
                .flatMap(List::stream).toList();

        assertThat(Confirmed.of(voices)).isEqualTo(new Confirmed(7, List.of(new Cell("NURSE", 4)), List.of()));
    }

    @Test
    void neitherWhatIsShownNorWhatIsLeftIsEverOneOrTwo() {
        Random random = new Random(7);
        for (int run = 0; run < 5_000; run++) {
            List<Voice> voices = IntStream.range(0, random.nextInt(40))
                    .mapToObj(n -> new Voice(kind(random), kind(random))).toList();
            Confirmed shown = Confirmed.of(voices);
            for (List<Cell> cells : List.of(shown.byProfession(), shown.byDepartment())) {
                long rest = shown.total() - cells.stream().mapToLong(Cell::people).sum();
                assertThat(cells).allSatisfy(cell -> assertThat(cell.people()).isGreaterThanOrEqualTo(3));
                assertThat(rest == 0 || rest >= 3).as("%s of %s", shown, voices).isTrue();
            }
        }
    }

    private static String kind(Random random) {
        return "K" + (int) Math.abs(random.nextGaussian() * 3);
    }

    private static List<Voice> voices(int number, String profession,
            @org.jspecify.annotations.Nullable String department) {
        return Collections.nCopies(number, new Voice(profession, department));
    }
}
