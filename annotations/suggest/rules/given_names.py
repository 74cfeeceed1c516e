"""Common given names of the world: a capitalised word after one of them is most likely a person's."""

from __future__ import annotations

GIVEN_NAMES = """
Aaron Abdel Abdul Abdullah Abdallah Abigail Abraham Adam Adel Adrian Agnes Ahmad Ahmed Aisha Akira Alan
Albert Alberto Aleksandr Alejandro Alex Alexander Alexandra Alexei Alfred Ali Alice Alison Allen Amanda Amir
Amit Amy Ana Anas Anatoly Andre Andrea Andrei Andrew Andy Angela Anita Ann Anna Anne Anthony Anton Antonio
Ari Ariel Arthur Arturo Ashraf Asif Barack Barbara Bashar Ben Benjamin Bernard Beth Bill Boris Brad
Brandon Brian Bruce Carl Carla Carlos Carmen Carol Caroline Catherine Cesar Charles Charlie Chen Cheryl Chris
Christian Christine Christopher Claire Claudia Colin Craig Cristina Daniel Daniela Darren Dave
David Deborah Deepak Dennis Derek Desmond Diana Diane Diego Dimitri Dmitry Dominic Dominique Don Donald Donna
Dorothy Doug Douglas Ed Eduardo Edward Ehud Eleanor Elena Eli Elizabeth Ellen Emily Emma Emmanuel Eric Erik
Ernest Esther Eugene Eva Evan Fatima Felipe Felix Fernando Fidel Francesco Francis Francisco Francois
François Frank Fred Frederick Gabriel Gareth Gary Gavin Geoffrey George Gerald Gerhard Giorgio Giovanni
Giulia Gloria Gonzalo Gordon Graham Greg Gregory Guillermo Gustavo Guy Hamid Hannah Hans Harold Harry Harvey
Hassan Heather Hector Heidi Helen Helena Henry Herbert Hillary Hiroshi Howard Hugh Hugo Hussein Ian Ibrahim
Igor Imran Ingrid Irene Irina Isaac Isabel Isabella Ismail Ivan Jack Jackie Jacob Jacques Jacqueline Jaime
Jake James Jamal Jan Jane Janet Jason Javier Jean Jeff Jeffrey Jennifer Jeremy Jerry Jesse Jessica Jesus Jill
Jim Jimmy Joan Joanna Joao João Joaquin Joe Joel Johan Johann John Johnny Jon Jonathan Jorge Jose José Joseph
Joshua Juan Judith Julia Julian Julie Julio Justin Karen Karim Karl Kate Katherine Kathleen Kathy Katie Keith
Kelly Ken Kenneth Kevin Khaled Khalid Kim Kumar Kurt Kyle Lars Larry Laura Lauren Laurent Lawrence Lee
Leon Leonard Leonid Leslie Lewis Li Linda Lindsay Lisa Liu Lorenzo Louis Louise Luc Luca Lucia Lucy
Luis Luiz Luke Lydia Lynn Mahmoud Malcolm Manuel Marc Marcel Marco Marcos Marcus Margaret Maria María Mariam
Marie Marina Mario Marilyn Marion Mark Marta Martha Martin Marvin Mary Masoud Matt Matteo Matthew Maurice Max
Maxim Maya Megan Mehmet Melissa Michael Michel Michelle Miguel Mike Mikhail Miriam Mohamed Mohammad
Mohammed Mohamad Moshe Muhammad Mustafa Nadia Nancy Naomi Narendra Natalia Natalie Nathan
Nawaz Neil Nelson Nicholas Nick Nicola Nicolas Nicole Nikita Nikolai Nina Noah Noel Nora Norman Oleg
Olga Oliver Olivia Omar Oscar Otto Pablo Pamela Pat Patricia Patrick Paul Paula Paulo Pedro
Peter Phil Philip Philippe Phillip Pierre Priya Rachel Rafael Rahul Raj Rajesh Ralph Ramon Ramzi Raul
Ray Raymond Rebecca Ricardo Richard Rick Rita Rob Robert Roberta Roberto Robin Rodrigo Roger Roland Ron
Ronald Rosa Rose Ross Roy Rupert Russell Ruth Ryan Saad Salman Salvador Sam Samantha Samir Samuel
Sandra Sanjay Sara Sarah Saul Scott Sean Sebastian Sergei Sergey Shane Sharon Shimon Shinzo Silvia Silvio
Simon Sofia Sonia Stanley Stephanie Stephen Steve Steven Stuart Sue Sunil Susan Suzanne Sven Sylvia Tamara
Tanya Tariq Ted Terry Theresa Thomas Tim Timothy Tina Todd Tom Tommy Tony Tracy Valentina Valerie Vanessa
Vera Veronica Victor Victoria Viktor Vincent Viktoria Vijay Vladimir Walid Walter Wang Warren Wayne Wendy
Werner Wesley William Willy Winston Wolfgang Xavier Yasser Yasmin Yitzhak Yusuf Yuri Yves Zachary Zhang Zoe
"""


def given_names() -> tuple[str, ...]:
    """Return the names, each once."""
    return tuple(dict.fromkeys(GIVEN_NAMES.split()))
