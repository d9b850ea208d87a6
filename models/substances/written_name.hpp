// A substance's name as registers write it: "氯(液氯)", "氟化氢(HF)", "Chlorine [CAS 7782-50-5]", "硫酸 98%", "工业用液氨".
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sise {

/// One name, as normalised_name() leaves it.
struct WrittenPart {
  std::string name;
  std::string bare;  ///< without a word for state, grade or packing in front; empty where there is none
};

/// The names in it, without what says nothing about which substance it is.
struct WrittenName {
  /// Several where brackets, '/' or '、' set names of one substance side by side; all must mean the same.
  std::vector<WrittenPart> parts;
  std::optional<double> percent;  ///< of the substance, where it is stated: 98 of "98%"
};

/// Takes a name apart: brackets of every kind, separators, percentages, the words CAS and UN before their numbers, and
/// words for state, grade and packing (无水, 液化, 工业用, 瓶装, liquefied, technical ...) as far as they stand alone or in
/// front. A text that is nothing of these stays a name of its own.
[[nodiscard]] WrittenName written_name(std::string_view text);

}  // namespace sise
