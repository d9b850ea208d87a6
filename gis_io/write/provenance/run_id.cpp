#include "gis_io/write/provenance/run_id.hpp"

#include "gis_io/write/provenance/sha256.hpp"

namespace sise {

std::string run_id(const Provenance& provenance) {
  constexpr std::size_t kDigits = 12;
  std::string inputs;
  for (const InputRecord& record : provenance.inputs) inputs += record.path + record.sha256;
  return "Sise " + std::string(git_hash()) + ", " + sha256_of(inputs).substr(0, kDigits);
}

}  // namespace sise
