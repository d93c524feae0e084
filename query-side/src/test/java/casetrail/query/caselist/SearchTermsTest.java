package casetrail.query.caselist;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.views.Value;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SearchTermsTest {

    @Test
    void words_are_cut_at_what_is_no_letter_and_lower_cased() {
        assertThat(terms("The Manhole-cover, 12b High ST."))
                .containsExactly("the", "manhole", "cover", "12b", "high", "st");
    }

    @Test
    void chinese_is_cut_into_every_two_neighbours() {
        assertThat(terms("井盖松动")).containsExactly("井盖", "盖松", "松动");
    }

    @Test
    void a_character_that_stands_alone_is_a_term() {
        assertThat(terms("湖滨路 12 号")).containsExactly("湖滨", "滨路", "12", "号");
    }

    @Test
    void both_in_one_text_are_cut_apart() {
        assertThat(terms("A座3楼漏水pipe爆裂")).containsExactly("a", "座", "3", "楼漏", "漏水", "pipe", "爆裂");
    }

    @Test
    void full_width_and_half_width_are_the_same() {
        assertThat(terms("ＡＢＣ１２")).isEqualTo(terms("abc12"));
    }

    @Test
    void a_case_number_is_found_by_itself_and_by_its_parts() {
        assertThat(terms("26-000123-U")).containsExactly("26", "000123", "u");
    }

    @Test
    void words_other_than_latin_ones_stay_whole_and_accents_stay() {
        assertThat(terms("Café дорога 서울")).containsExactly("café", "дорога", "서울");
    }

    @Test
    void characters_beyond_the_basic_plane_are_not_cut_in_half() {
        assertThat(terms("𠀀𠀁𠀂")).containsExactly("𠀀𠀁", "𠀁𠀂");
    }

    @Test
    void terms_and_their_number_are_bounded() {
        assertThat(terms("x".repeat(1_000))).containsExactly("x".repeat(SearchTerms.WORD_MAX));
        var longText =
                new Random(7).ints(5_000, 0, 20_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        assertThat(SearchTerms.of(longText, Value.TERMS_MAX)).hasSize(Value.TERMS_MAX);
    }

    @Test
    void every_piece_of_a_text_has_terms_that_the_text_has() {
        var random = new Random(20_261_123);
        var text = "井盖松动 湖滨路12号 burst PIPE at 5th Ave 漏水";
        for (int i = 0; i < 2_000; i++) {
            int from = random.nextInt(text.length());
            int to = from + random.nextInt(text.length() - from) + 1;
            // A piece of at least two Chinese characters is found; single ones and parts of words are not.
            var chinese = text.substring(from, Math.min(to, text.length())).replaceAll("[^\\p{IsHan}]", " ");
            for (var run : chinese.strip().split(" +", -1)) {
                if (run.length() > 1) {
                    assertThat(terms(text)).as(run).containsAll(terms(run));
                }
            }
        }
    }

    private static Iterable<String> terms(String text) {
        return SearchTerms.of(text, Value.TERMS_MAX);
    }
}
