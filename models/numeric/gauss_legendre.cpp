#include "models/numeric/gauss_legendre.hpp"

namespace sise {
namespace {

// The outer half of the symmetric rule on [-1, 1], computed to 32 digits from the zeros of the Legendre polynomial.
constexpr std::array<double, kGaussNodes / 2> kNode{
    0.98940093499164993259615417345033, 0.94457502307323257607798841553461, 0.86563120238783174388046789771239,
    0.75540440835500303389510119484744, 0.61787624440264374844667176404879, 0.45801677765722738634241944298358,
    0.28160355077925891323046050146050, 0.09501250983763744018531933542496};
constexpr std::array<double, kGaussNodes / 2> kWeight{
    0.02715245941175409485178057245602, 0.06225352393864789286284383699438, 0.09515851168249278480992510760225,
    0.12462897125553387205247628219202, 0.14959598881657673208150173054748, 0.16915651939500253818931207903036,
    0.18260341504492358886676366796922, 0.18945061045506849628539672320828};

}  // namespace

std::array<QuadratureNode, kGaussNodes> gauss_nodes(double a, double b) {
  const double middle = 0.5 * (a + b);
  const double half = 0.5 * (b - a);
  std::array<QuadratureNode, kGaussNodes> nodes{};
  for (std::size_t i = 0; i < kNode.size(); ++i) {
    nodes.at(i) = {middle - half * kNode.at(i), half * kWeight.at(i)};
    nodes.at(kGaussNodes - 1 - i) = {middle + half * kNode.at(i), half * kWeight.at(i)};
  }
  return nodes;
}

}  // namespace sise
