// Choosing from what is offered: one from a list, one or several from a group.
#pragma once

#include "platform/html/field.hpp"

namespace html {

struct Choice {
    std::string value;
    std::string text;
    bool chosen{};                          // or its value is that of the field
    std::optional<std::int64_t> count{};    // how many results it would leave
};

struct Choices : Field {
    std::vector<Choice> choices;
    bool is_chosen(const Choice& choice) const { return choice.chosen || choice.value == value; }
};

struct Select : Choices {
    void write(Out&) const;
};

// What both groups look like; they differ in how many may hold.
struct ChoiceGroup {
    const Choices& of;
    std::string type;    // of each input: checkbox, radio

    // A long list stands in columns, where there is room.
    std::string css_class() const { return of.choices.size() > 8 ? "choices many" : "choices"; }
    void write(Out&) const;
};

// Several may hold; the form carries the name once for each.
struct CheckGroup : Choices {
    void write(Out& out) const { ChoiceGroup{*this, "checkbox"}.write(out); }
};

struct RadioGroup : Choices {
    void write(Out& out) const { ChoiceGroup{*this, "radio"}.write(out); }
};

}
