package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TourTest {

    private static final List<String> PAGE = """
            ## Before
            ```sh
            not this
            ```
            ## A tour
            ```sh
            one
            two
            ```
            Says:
            ```console
            a ... c
            ...
            end
            ```
            ```sh
            three
            ```
            ## After
            ```sh
            nor this
            ```
            """.lines().toList();

    @Test
    void the_blocks_of_the_section_come_in_order_with_their_answers() {
        assertThat(Tour.of(PAGE, Pattern.compile("tour")))
                .containsExactly(new Tour(7, "one\ntwo", "a ... c\n...\nend"), new Tour(17, "three", null));
    }

    @Test
    void a_page_without_a_heading_that_is_looked_for_is_a_tour_from_its_top() {
        assertThat(Tour.of(PAGE))
                .extracting(Tour::commands)
                .containsExactly("not this", "one\ntwo", "three", "nor this");
    }

    @Test
    void dots_stand_for_anything_in_a_line_and_alone_for_any_lines() {
        var tour = Tour.of(PAGE, Pattern.compile("tour")).getFirst();
        assertThat(tour.fits("a b c\nx\ny\nend\n")).isTrue();
        assertThat(tour.fits("a  c\nend")).isTrue();
        assertThat(tour.fits("a b d\nend")).isFalse();
        assertThat(tour.fits("a b c\nend\nmore")).isFalse();
    }
}
