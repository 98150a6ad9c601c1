// Mends what scanners read wrongly, with the spelling dictionary as a judge.
#include "platform/reading/passages/cleaned.hpp"

#include "platform/search/dictionary.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>
#include <array>

namespace passages {

namespace {

const search::Dictionary& spelling() {
    static const search::Dictionary dictionary{"/usr/share/hunspell/cs_CZ"};
    return dictionary;
}

using Characters = std::vector<char32_t>;

Characters characters_of(std::string_view text) {
    Characters all;
    while (!text.empty()) all.push_back(search::take(text));
    return all;
}

std::string text_of(const Characters& all) {
    std::string text;
    for (auto one : all) search::append(text, one);
    return text;
}

bool is_spelled(const Characters& word) {
    std::string lower;
    for (auto letter : word) search::append(lower, search::lower(letter));
    return spelling()[lower].spelled;
}

bool is_upper(char32_t letter) { return search::is_letter(letter) && search::lower(letter) != letter; }
bool like_digit(char32_t letter) {
    return letter == 'O' || letter == 'o' || letter == 'l' || letter == 'I' || letter == '|';
}
bool beside_digits(char32_t sign) {
    static constexpr std::u32string_view signs = U".,:/_-–—%()+*;";
    return signs.find(sign) != std::u32string_view::npos;
}

char32_t digit_for(char32_t letter) {
    if (letter == 'O' || letter == 'o') return '0';
    return like_digit(letter) ? U'1' : letter;
}

// Only digits, what looks like them, and signs; at least one of the first.
bool is_number_like(const Characters& chunk) {
    return std::ranges::any_of(chunk, search::is_digit) && std::ranges::all_of(chunk, [](char32_t one) {
               return search::is_digit(one) || like_digit(one) || beside_digits(one);
           });
}

// "l.", "lO," beside a number.
bool may_be_number(const Characters& chunk) {
    return chunk.size() >= 2 && like_digit(chunk.front()) && beside_digits(chunk.back()) &&
           std::ranges::all_of(chunk, [](char32_t one) { return like_digit(one) || beside_digits(one); });
}

// "5,OO" before "%", "ll2" behind a telephone's groups.
bool is_all_like_digits(const Characters& chunk) { return chunk.size() >= 2 && std::ranges::all_of(chunk, like_digit); }

Characters as_number(Characters chunk) {
    std::ranges::transform(chunk, chunk.begin(), digit_for);
    return chunk;
}

struct Confusion {
    std::u32string_view read, meant;
};

constexpr Confusion confusions[] = {{U"rn", U"m"}, {U"vv", U"w"}, {U"cl", U"d"}, {U"li", U"h"},
                                    {U"l", U"i"},  {U"i", U"l"},  {U"1", U"l"},  {U"rn", U"nn"},
                                    {U"ni", U"m"}, {U"nn", U"m"}, {U"m", U"rn"}};

// The first spelling that the dictionary knows, one or all of the places changed.
Characters respelled(const Characters& word) {
    for (auto& [read, meant] : confusions) {
        std::u32string all{word.begin(), word.end()};
        if (all.find(read) == all.npos) continue;
        auto changed = all;
        for (auto at = changed.find(read); at != changed.npos; at = changed.find(read, at + meant.size()))
            changed.replace(at, read.size(), meant);
        for (auto at = all.find(read); at != all.npos; at = all.find(read, at + 1)) {
            auto once = all;
            once.replace(at, read.size(), meant);
            Characters one{once.begin(), once.end()};
            if (is_spelled(one)) return one;
        }
        Characters every{changed.begin(), changed.end()};
        if (is_spelled(every)) return every;
    }
    return word;
}

// A word of letters: 0 and 1 among them, small l among capitals, rn for m.
Characters mended_word(Characters word) {
    auto letters = std::ranges::count_if(word, search::is_letter),
         digits = std::ranges::count_if(word, search::is_digit);
    auto capitals = std::ranges::count_if(word, is_upper);
    if (digits > 0 && (letters < 3 || digits > 2)) return word;
    for (std::size_t n = 0; n < word.size(); ++n) {
        bool upper_near = (n > 0 && is_upper(word[n - 1])) || (n + 1 < word.size() && is_upper(word[n + 1]));
        if (word[n] == '0') word[n] = n == 0 || (upper_near && capitals > 1) ? 'O' : 'o';
        else if (word[n] == '1') word[n] = 'l';
        else if (word[n] == 'l' && upper_near && capitals + 1 >= letters - std::ranges::count(word, U'l') + 1)
            word[n] = 'I';
    }
    if (word.size() >= 2 && word[0] == 'l' && is_upper(word[1])) word[0] = 'I';
    if (text_of(word) == "lng") word[0] = 'I';
    if (word.size() < 4 || is_spelled(word)) return word;
    return respelled(word);
}

Characters mended_chunk(const Characters& chunk) {
    if (is_number_like(chunk)) return as_number(chunk);
    auto text = text_of(chunk);
    if (text.starts_with("CZ.")) {
        auto number = as_number(chunk);
        number[0] = 'C', number[1] = 'Z';
        return number;
    }
    bool address = text.find('@') != text.npos || text.find("www") != text.npos || text.find('_') != text.npos ||
                   text.find('/') != text.npos;
    if (address) return chunk;
    Characters mended, word;
    auto close = [&] {
        for (auto letter : mended_word(word)) mended.push_back(letter);
        word.clear();
    };
    for (auto one : chunk) {
        if (search::is_letter(one) || search::is_digit(one)) word.push_back(one);
        else close(), mended.push_back(one);
    }
    close();
    return mended;
}

std::vector<Characters> chunks_of(std::string_view text) {
    std::vector<Characters> chunks(1);
    for (auto one : characters_of(text)) {
        if (one == ' ') chunks.emplace_back();
        else chunks.back().push_back(one);
    }
    return chunks;
}

bool begins_with_digit(const Characters& chunk) { return !chunk.empty() && search::is_digit(chunk.front()); }

// The fewest words that the dictionary knows; the letters as one word where it knows none.
std::string parted_into_words(const Characters& letters) {
    constexpr int never = 1000;
    auto count = letters.size();
    std::vector<int> cost(count + 1, never);
    std::vector<std::size_t> from(count + 1, 0);
    cost[0] = 0;
    for (std::size_t end = 1; end <= count; ++end)
        for (std::size_t begin = end > 24 ? end - 24 : 0; begin < end; ++begin) {
            Characters word{letters.begin() + std::ptrdiff_t(begin), letters.begin() + std::ptrdiff_t(end)};
            static constexpr std::u32string_view alone = U"aiskvzou";
            bool known = word.size() == 1 ? alone.find(search::lower(word[0])) != alone.npos : is_spelled(word);
            int own = !known ? never : word.size() == 1 ? 4 : word.size() == 2 ? 3 : 1;
            if (cost[begin] + own < cost[end]) cost[end] = cost[begin] + own, from[end] = begin;
        }
    if (cost[count] >= never) return text_of(letters);
    std::string text;
    for (auto end = count; end > 0; end = from[end]) {
        Characters word{letters.begin() + std::ptrdiff_t(from[end]), letters.begin() + std::ptrdiff_t(end)};
        text.insert(0, text_of(word) + (text.empty() ? "" : " "));
    }
    return text;
}

// "I1", "O2": the number of a field in a form.
bool is_code(const Characters& chunk) {
    return chunk.size() < 2 || (chunk.size() == 2 && is_upper(chunk[0])) || chunk[0] == U'I';
}

bool is_single_letter(const Characters& chunk) {
    return chunk.size() == 1 && (search::is_letter(chunk[0]) || search::is_digit(chunk[0]));
}

bool is_single_capital(const Characters& chunk) { return chunk.size() == 1 && is_upper(chunk[0]); }

}

bool looks_scanned(const reading::TextDocument& document) {
    std::size_t mixed = 0;
    for (auto& line : document.lines)
        for (auto& chunk : chunks_of(line.text))
            if (is_number_like(chunk) && std::ranges::any_of(chunk, like_digit) && !is_code(chunk) && ++mixed >= 2)
                return true;
    return false;
}

std::string letters_mended(std::string_view text) {
    auto chunks = chunks_of(text);
    for (std::size_t n = 0; n < chunks.size(); ++n) {
        auto& chunk = chunks[n];
        bool beside = (n > 0 && begins_with_digit(chunks[n - 1])) ||
                      (n + 1 < chunks.size() && (is_number_like(chunks[n + 1]) || may_be_number(chunks[n + 1])));
        bool behind = n > 0 && begins_with_digit(chunks[n - 1]);
        if ((may_be_number(chunk) && beside) || (is_all_like_digits(chunk) && behind)) chunk = as_number(chunk);
        else chunk = mended_chunk(chunk);
    }
    std::string mended;
    for (auto& chunk : chunks) mended += (mended.empty() ? "" : " ") + text_of(chunk);
    return mended;
}

std::string spaced_letters_joined(std::string_view text) {
    auto chunks = chunks_of(text);
    std::string joined;
    bool whole_line = chunks.size() >= 3 && std::ranges::all_of(chunks, is_single_capital);
    for (std::size_t n = 0; n < chunks.size();) {
        auto end = n;
        while (end < chunks.size() && is_single_letter(chunks[end])) ++end;
        Characters letters;
        if (end - n >= 4 || whole_line) {
            for (; n < end; ++n) letters.push_back(chunks[n][0]);
        }
        auto piece = letters.empty() ? text_of(chunks[n++]) : parted_into_words(mended_word(letters));
        joined += (joined.empty() ? "" : " ") + piece;
    }
    return joined;
}

}
