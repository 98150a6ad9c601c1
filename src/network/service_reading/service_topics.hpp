// Documents that speak of several services in turn: "Domov má 44 lůžek, stacionář je pro 12 klientů."
#pragma once

#include "network/service_reading/service_parts.hpp"

namespace network {

// Cuts passages where they begin to speak of another service.
class Topics {
public:
    explicit Topics(std::vector<const ServiceType*> types) : types_{std::move(types)} {}

    struct Piece {
        passages::Passage passage{};
        std::vector<const ServiceType*> owners{};
        bool named = false;    // by the piece itself; otherwise who was named before, or all
    };

    // Short names that the document gives: "(dále jen „Domov“)".
    void learn(const passages::Passage&);
    // `carries`: what names no service belongs to the one named last, also in the passage before.
    std::vector<Piece> pieces_of(const passages::Passage&, bool carries);

    const std::vector<const ServiceType*>& types() const { return types_; }

private:
    struct Alias {
        std::string word{};
        const ServiceType* type = nullptr;
    };

    std::vector<TypeMention> mentions_in(const passages::Tokens&) const;
    void cut(const passages::Passage&, const std::string& sentence, std::vector<Piece>&);

    std::vector<const ServiceType*> types_, last_{};
    std::vector<Alias> aliases_{};
    std::size_t last_line_ = 0;
};

// "Obě jsou pro …", "všem službám je společné …", or under a label of theirs.
bool speaks_of_all(const passages::Passage&);

// One part for each of the types, of the pieces that are its own or everybody's.  Types that only others provide have
// no number of their own where the rest have one, and are left out.
std::vector<ServicePart> parts_by_topic(const std::vector<passages::Passage>&,
                                        const std::vector<const ServiceType*>& types);

}
