package org.covigie.bot.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ChartTest {
    @Test
    void theLongerBarIsTheOneWithMoreVotes() throws Exception {
        BufferedImage picture = drawn("Quel soir ?",
                List.of(new Chart.Bar("Mardi", 25, "1 · 25 %"), new Chart.Bar("Jeudi", 75, "3 · 75 %")));

        List<Integer> lengths = IntStream.range(0, picture.getHeight())
                .map(y -> (int) IntStream.range(0, 800).filter(x -> (picture.getRGB(x, y) & 0xFFFFFF) == 0x00508C)
                        .count())
                .filter(length -> length > 0).distinct().boxed().toList();
        assertThat(lengths).hasSize(2);
        assertThat(lengths.get(1)).isBetween(lengths.get(0) * 3 - 3, lengths.get(0) * 3 + 3);
    }

    @Test
    void whateverPeopleWriteAPictureComesOfIt() throws Exception {
        assertThat(drawn("😀 " + "mot ".repeat(75), IntStream.range(0, 12)
                .mapToObj(i -> new Chart.Bar("W".repeat(100), 100, "1234 · 100 %")).toList()).getWidth())
                .isEqualTo(800);
        assertThat(drawn("😀", List.of(new Chart.Bar("😀", 0, "0 · 0 %"))).getHeight()).isBetween(100, 400);
    }

    private static BufferedImage drawn(String title, List<Chart.Bar> bars) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(Chart.draw(title, bars, "4 votants.").orElseThrow()));
    }
}
